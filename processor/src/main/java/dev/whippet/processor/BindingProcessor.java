package dev.whippet.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/// Generates a binding for each handler of a compilation: a class that implements
/// `dev.whippet.Handler` or AWS's `RequestHandler`, itself or through a supertype, and says the
/// types of its events and results; and for each type with `dev.whippet.Bind`.
///
/// A binding depends on its handler and the types that it names, on nothing else (Gradle calls that
/// isolating).
@SupportedAnnotationTypes("*")
public final class BindingProcessor extends AbstractProcessor {
  private static final List<String> HANDLERS =
      List.of("dev.whippet.Handler", "com.amazonaws.services.lambda.runtime.RequestHandler");

  private JsonTypes json;
  // classes that name types which another processor has yet to generate
  private List<String> postponed = List.of();

  /// Called by javac.
  public BindingProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    json = new JsonTypes(environment.getElementUtils(), environment.getTypeUtils());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      return false;
    }
    List<TypeElement> types = new ArrayList<>();
    postponed.forEach(name -> types.add(json.type(name)));
    ElementFilter.typesIn(round.getRootElements()).forEach(type -> addWithNested(type, types));
    List<String> incomplete = new ArrayList<>();
    for (TypeElement type : types) {
      Root root = root(type);
      if (root != null && isIncomplete(root)) {
        incomplete.add(type.getQualifiedName().toString());
      } else if (root != null) {
        generate(root);
      }
    }
    postponed = List.copyOf(incomplete);
    return false;
  }

  private static void addWithNested(TypeElement type, List<TypeElement> types) {
    types.add(type);
    ElementFilter.typesIn(type.getEnclosedElements())
        .forEach(nested -> addWithNested(nested, types));
  }

  private Root root(TypeElement type) {
    boolean annotated =
        type.getAnnotationMirrors().stream()
            .anyMatch(annotation ->
                ((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals("dev.whippet.Bind"));
    if (!JsonTypes.discriminator(type).isEmpty()
        && (!type.getKind().isInterface() || type.getPermittedSubclasses().isEmpty())) {
      error(type, "a discriminator tells the records of a sealed interface apart: this is none");
      return null;
    } else if (annotated) {
      TypeMirror bound = json.resolve(json.types().erasure(type.asType()));
      return new Root(type, bound, bound);
    } else if (type.getKind() != ElementKind.CLASS
            && type.getKind() != ElementKind.RECORD
            && type.getKind() != ElementKind.ENUM
        || type.getModifiers().contains(Modifier.ABSTRACT)) {
      return null;
    }
    for (String handler : HANDLERS) {
      DeclaredType declared = json.as(type.asType(), handler);
      if (declared != null && declared.getTypeArguments().size() == 2) {
        TypeMirror input = declared.getTypeArguments().get(0);
        TypeMirror output = declared.getTypeArguments().get(1);
        // what type variables stand for is only known where the handler is made
        return hasVariable(input) || hasVariable(output)
            ? null
            : new Root(type, json.resolve(input), json.resolve(output));
      }
    }
    return null;
  }

  private boolean hasVariable(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR
        || type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(this::hasVariable);
  }

  private boolean isIncomplete(Root root) {
    return isIncomplete(root.input()) || isIncomplete(root.output());
  }

  private boolean isIncomplete(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR
        || type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(this::isIncomplete);
  }

  private void generate(Root root) {
    if (BindingSource.isUnparsed(root.input()) && BindingSource.isUnparsed(root.output())) {
      return;
    }
    try {
      SourceText body = new SourceText();
      String source = new BindingSource(json, root, body).text();
      String packageName = json.elements().getPackageOf(root.type()).getQualifiedName().toString();
      String name = (packageName.isEmpty() ? "" : packageName + ".") + root.bindingName();
      Filer filer = processingEnv.getFiler();
      try (Writer file = filer.createSourceFile(name, root.type()).openWriter()) {
        file.write(source);
      }
      for (Map.Entry<String, String> metadata :
          ImageMetadata.of(name, body.classNames()).entrySet()) {
        FileObject file =
            filer.createResource(StandardLocation.CLASS_OUTPUT, "", metadata.getKey(), root.type());
        try (Writer writer = file.openWriter()) {
          writer.write(metadata.getValue());
        }
      }
    } catch (UnboundException e) {
      error(json.hasSource(e.element()) ? e.element() : root.type(), e.getMessage());
    } catch (IOException e) {
      error(root.type(), "the binding cannot be written: " + e);
    }
  }

  private void error(Element element, String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
