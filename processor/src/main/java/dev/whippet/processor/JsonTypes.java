package dev.whippet.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;

/// What form a type has in JSON: the same rules as core's, which finds it by reflection.
record JsonTypes(Elements elements, Types types) {
  /// Why a class of the JDK has no form.
  static final String OF_JDK = "it is a class of the JDK that has no form in JSON";

  /// A type without wildcards and variables: each is replaced by its bound.
  TypeMirror resolve(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> types.getArrayType(resolve(((ArrayType) type).getComponentType()));
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? type("java.lang.Object").asType() : resolve(bound);
      }
      case TYPEVAR -> types.erasure(((TypeVariable) type).getUpperBound());
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        TypeMirror[] arguments =
            declared.getTypeArguments().stream().map(this::resolve).toArray(TypeMirror[]::new);
        // a class in a generic class would need that one's arguments too; static ones have none
        yield types.getDeclaredType((TypeElement) declared.asElement(), arguments);
      }
      default -> type;
    };
  }

  /// The form of a resolved type.
  JsonType form(TypeMirror type) {
    if (ScalarTypes.contains(type)) {
      return new JsonType.Scalar(type);
    } else if (type.getKind() == TypeKind.ARRAY) {
      return new JsonType.Array(((ArrayType) type).getComponentType());
    } else if (type.getKind() != TypeKind.DECLARED) {
      return new JsonType.None("no JSON stands for it");
    }
    DeclaredType declared = (DeclaredType) type;
    TypeElement element = (TypeElement) declared.asElement();
    String name = TypeNames.binary(element);
    if (name.equals("java.lang.Object")) {
      return new JsonType.Any();
    } else if (element.getKind() == ElementKind.ENUM) {
      return new JsonType.Constant(element);
    } else if (declared.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      return new JsonType.None(
          "it is a raw type; name what it is made of, <Object> if that may be anything");
    } else if (name.equals("java.util.Optional")) {
      return new JsonType.OptionalValue(declared.getTypeArguments().get(0));
    }
    DeclaredType elementsOf = as(declared, "java.util.Collection");
    DeclaredType entriesOf = as(declared, "java.util.Map");
    if (elementsOf != null) {
      return new JsonType.Elements(declared, argument(elementsOf, 0));
    } else if (entriesOf != null) {
      return new JsonType.Entries(declared, argument(entriesOf, 0), argument(entriesOf, 1));
    } else if (element.getKind() == ElementKind.RECORD) {
      return new JsonType.Properties(declared, true);
    } else if (!discriminator(element).isEmpty()) {
      return sealed(declared, element);
    } else if (isAbstract(element)) {
      return new JsonType.None("it is abstract; declare a record or class in its place");
    } else if (name.startsWith("java.")) {
      return new JsonType.None(OF_JDK);
    }
    return new JsonType.Properties(declared, false);
  }

  /// The field that tells a sealed interface's records apart, by `dev.whippet.Bind`; empty if none.
  static String discriminator(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .filter(annotation ->
            ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals("dev.whippet.Bind"))
        .flatMap(annotation -> annotation.getElementValues().values().stream())
        .map(value -> (String) value.getValue())
        .findFirst()
        .orElse("");
  }

  private static JsonType sealed(DeclaredType type, TypeElement element) {
    String discriminator = discriminator(element);
    List<DeclaredType> records = new ArrayList<>();
    Set<Name> names = new HashSet<>();
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      DeclaredType candidate = (DeclaredType) permitted;
      TypeElement subclass = (TypeElement) candidate.asElement();
      if (subclass.getKind() != ElementKind.RECORD
          || !subclass.getTypeParameters().isEmpty()
          || subclass.getRecordComponents().stream()
              .anyMatch(component -> component.getSimpleName().contentEquals(discriminator))
          || !names.add(subclass.getSimpleName())) {
        return new JsonType.None(
            "'%s' cannot tell %s apart: expected a record without type parameters and component '%1$s', of a simple name of its own"
                .formatted(discriminator, TypeNames.binary(subclass)));
      }
      records.add(candidate);
    }
    return new JsonType.Sealed(type, discriminator, records);
  }

  static boolean isAbstract(TypeElement type) {
    return type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT);
  }

  /// A type seen as one of its supertypes.
  ///
  /// @param type a type
  /// @param supertype a class or interface by its name
  /// @return that with its arguments; null if it is none, or not there
  DeclaredType as(TypeMirror type, String supertype) {
    if (type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(supertype)) {
      return declared;
    }
    for (TypeMirror candidate : types.directSupertypes(type)) {
      DeclaredType found = as(candidate, supertype);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private TypeMirror argument(DeclaredType type, int index) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return index < arguments.size()
        ? resolve(arguments.get(index))
        : type("java.lang.Object").asType();
  }

  TypeElement type(String name) {
    return elements.getTypeElement(name);
  }

  /// Whether a type is assignable to a class or interface, whatever their arguments.
  boolean isA(TypeMirror type, String name) {
    TypeElement element = type(name);
    return element != null
        && types.isAssignable(types.erasure(type), types.erasure(element.asType()));
  }

  /// Whether an element's source is part of this compilation, so that an error can be placed there.
  boolean hasSource(Element element) {
    JavaFileObject file = elements.getFileObjectOf(element);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }

  /// Why code in a package cannot name a type, with the remedy; empty if it can.
  String inaccessible(TypeElement type, String packageName) {
    for (Element part = type; part instanceof TypeElement; part = part.getEnclosingElement()) {
      String reason = inaccessible(part, packageName);
      if (!reason.isEmpty()) {
        return reason;
      }
    }
    return "";
  }

  /// Why code in a package cannot use a class, method or field, with the remedy.
  String inaccessible(Element element, String packageName) {
    boolean near = elements.getPackageOf(element).getQualifiedName().contentEquals(packageName);
    if (element.getModifiers().contains(Modifier.PUBLIC)
        || near && !element.getModifiers().contains(Modifier.PRIVATE)) {
      return "";
    }
    return describe(element)
        + " is not accessible to generated code in "
        + (packageName.isEmpty() ? "the unnamed package" : packageName)
        + "; make it "
        + (near ? "package-private or " : "")
        + "public";
  }

  private static String describe(Element element) {
    return element instanceof TypeElement type
        ? TypeNames.binary(type)
        : element.getKind() == ElementKind.CONSTRUCTOR
            ? "its constructor without parameters"
            : element.getSimpleName().toString();
  }

  /// The types that a class extends, from below `Object` to itself.
  List<TypeElement> lineage(TypeElement type) {
    List<TypeElement> lineage = new ArrayList<>();
    for (TypeElement at = type;
        at != null && !at.getQualifiedName().contentEquals("java.lang.Object");
        at = (TypeElement) types.asElement(at.getSuperclass())) {
      lineage.addFirst(at);
    }
    return lineage;
  }
}
