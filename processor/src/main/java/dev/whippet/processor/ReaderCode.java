package dev.whippet.processor;

import dev.whippet.processor.BeanProperties.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// Writes the readers of a type and of all it consists of: a constant for each type, and a class
/// for each record or bean.
final class ReaderCode extends BindingCode {
  /// What core's `Containers` makes.
  private static final List<String> CONTAINERS =
      List.of(
          "java.util.ArrayList",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.ArrayDeque",
          "java.util.LinkedHashMap",
          "java.util.TreeMap");

  private static final Set<String> KEYS =
      Set.of(
          "java.lang.String",
          "java.lang.Object",
          "java.lang.Integer",
          "java.lang.Long",
          "java.util.UUID");

  ReaderCode(JsonTypes json, Imports imports, SourceText text, String packageName) {
    super(json, imports, text, packageName);
  }

  @Override
  String constant(TypeMirror type, Element where) {
    String key = TypeNames.binary(type);
    String known = constants.get(key);
    if (known != null) {
      return known;
    }
    JsonType form = json.form(type);
    if (form instanceof JsonType.Any) {
      return imports.name(JSON + "AnyReader") + ".INSTANCE";
    } else if (!underway.add(key)) {
      throw cannotRead(type, "it is a container of itself; declare a record in its place", where);
    }
    String label = TypeNames.label(type);
    String constant = name(type, "_READER");
    String start = imports.name(JSON + "StrictReader") + " " + constant + " =";
    switch (form) {
      case JsonType.Scalar scalar -> text.leaf(start + " " + scalar(imports.name(scalar.type())));
      case JsonType.Constant value -> {
        checkAccess(type, value.type(), where);
        text.leaf(start + " " + scalar(imports.name(value.type())));
      }
      case JsonType.Properties object when isParsed(object) -> {
        checkAccess(type, (TypeElement) object.type().asElement(), where);
        text.leaf(start + parsed(imports.name((TypeElement) object.type().asElement())));
      }
      case JsonType.Properties object -> {
        String name = imports.declare(label + "Reader");
        text.leaf(start + " new " + name + "();");
        checkObject(object, where);
        later(() -> text.nestedClass(name, object(object, name)));
      }
      case JsonType.OptionalValue optional -> {
        String value = constant(optional.value(), where);
        text.container(
            start + " new " + imports.name(JSON + "OptionalReader") + "(" + value + ");");
      }
      case JsonType.Array array -> text.container(start + array(type, array.component(), where));
      case JsonType.Elements elements -> text.container(start + collection(elements, where));
      case JsonType.Entries entries -> text.container(start + map(entries, where));
      case JsonType.Sealed sealed -> text.container(start + sealed(sealed, where));
      case JsonType.None none -> throw cannotRead(type, none.reason(), where);
      case JsonType.Any any -> throw new AssertionError(any);
    }
    constants.put(key, constant);
    return constant;
  }

  private String scalar(String type) {
    return imports.name(JSON + "ScalarReader") + ".of(" + type + ".class);";
  }

  /// The arguments that all readers of core take: the class, and the type as errors name it.
  private String raw(TypeMirror type) {
    return imports.name(json.types().erasure(type))
        + ".class, "
        + SourceText.quote(TypeNames.binary(type));
  }

  /// Whether a class without properties has a method that makes one of a string.
  private boolean isParsed(JsonType.Properties form) {
    return !form.isRecord()
        && new BeanProperties(json).toRead(form.type()).isEmpty()
        && ElementFilter.methodsIn(
                json.elements().getAllMembers((TypeElement) form.type().asElement()))
            .stream()
            .anyMatch(method ->
                method.getSimpleName().contentEquals("parse")
                    && method.getModifiers().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))
                    && method.getParameters().size() == 1
                    && TypeNames.binary(method.getParameters().get(0).asType())
                        .equals("java.lang.String")
                    && json.types().isSameType(method.getReturnType(), form.type()));
  }

  /// An anonymous class, since the JVM would make that of a method reference in each start.
  private String parsed(String name) {
    text.anonymousClass();
    return """
     %1$s.parsed(
          %2$s.class,
          new %1$s.Conversion<String>() {
            @Override
            public Object of(String text) throws Exception {
              return %2$s.parse(text);
            }
          });\
    """
        .formatted(imports.name(JSON + "ScalarReader"), name);
  }

  private String array(TypeMirror type, TypeMirror component, Element where) {
    String element = constant(component, where);
    StringBuilder dimensions = new StringBuilder("[0]");
    TypeMirror innermost = component;
    while (innermost.getKind() == TypeKind.ARRAY) {
      innermost = ((ArrayType) innermost).getComponentType();
      dimensions.append("[]");
    }
    String empty = "new " + imports.name(json.types().erasure(innermost)) + dimensions;
    String reader =
        "\n      new %s(%s, %s, %s)"
            .formatted(
                imports.name(JSON + "ArrayReader"),
                empty,
                SourceText.quote(TypeNames.binary(type)),
                element);
    return component.getKind().isPrimitive()
        ? reader + " {\n" + toArray(imports.name(component)) + "\n      };"
        : reader + ";";
  }

  /// For primitives, what core does by reflection.
  private String toArray(String component) {
    text.anonymousClass();
    return method(
        "protected Object toArray(" + imports.name("java.util.List") + "<?> elements)",
        List.of(
            component + "[] array = new " + component + "[elements.size()];",
            "for (int i = 0; i < array.length; i++) {",
            "  array[i] = (" + component + ") elements.get(i);",
            "}",
            "return array;"));
  }

  private String collection(JsonType.Elements form, Element where) {
    String element = constant(form.element(), where);
    return "\n      new %s(%s, %s,%s);"
        .formatted(
            imports.name(JSON + "CollectionReader"),
            raw(form.type()),
            element,
            container(form.type(), where));
  }

  private String map(JsonType.Entries form, Element where) {
    String value = constant(form.value(), where);
    return "\n      new %s(%s, %s, %s,%s);"
        .formatted(
            imports.name(JSON + "MapReader"),
            raw(form.type()),
            key(form.key(), where),
            value,
            container(form.type(), where));
  }

  private String key(TypeMirror type, Element where) {
    if (json.form(type) instanceof JsonType.Constant constant) {
      checkAccess(type, constant.type(), where);
    } else if (!KEYS.contains(TypeNames.binary(type))) {
      throw cannotRead(
          type, "a map's keys may be String, Integer, Long, UUID or an enum, not this", where);
    }
    return imports.name(type) + ".class";
  }

  /// What makes empty containers: core, if it has a class that is one; else an anonymous class,
  /// since the JVM would make that of a method reference in each start.
  private String container(DeclaredType type, Element where) {
    TypeMirror raw = json.types().erasure(type);
    if (CONTAINERS.stream()
        .anyMatch(name ->
            json.types().isAssignable(json.types().erasure(json.type(name).asType()), raw))) {
      return " " + imports.name(JSON + "Containers") + ".of(" + imports.name(raw) + ".class)";
    }
    checkConstructor(type, where);
    text.anonymousClass();
    return "\n          new %s<Object>() {\n%s\n          }"
        .formatted(
            imports.name("java.util.function.Supplier"),
            method("public Object get()", List.of("return new " + instance(type) + "();"))
                .indent(4)
                .stripTrailing());
  }

  private String instance(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    return imports.name(element) + (element.getTypeParameters().isEmpty() ? "" : "<>");
  }

  private String sealed(JsonType.Sealed form, Element where) {
    checkAccess(form.type(), (TypeElement) form.type().asElement(), where);
    List<String> records =
        form.records().stream().map(record -> constant(record, record.asElement())).toList();
    return "\n      new %s(%s, %s, %s.of(%s));"
        .formatted(
            imports.name(JSON + "SealedReader"),
            raw(form.type()),
            SourceText.quote(form.discriminator()),
            imports.name("java.util.List"),
            String.join(", ", records));
  }

  private static String method(String signature, List<String> lines) {
    return "        @Override\n        "
        + signature
        + " {\n"
        + SourceText.lines(10, lines)
        + "\n        }";
  }

  private String object(JsonType.Properties form, String name) {
    DeclaredType type = form.type();
    TypeElement element = (TypeElement) type.asElement();
    List<Property> properties = new BeanProperties(json).toRead(type);
    List<String> readers = new ArrayList<>();
    for (Property property : properties) {
      try {
        readers.add(constant(json.resolve(property.type()), property.member()));
      } catch (UnboundException e) {
        throw e.in(element, property);
      }
    }
    return new ObjectReaderCode(imports, form, name, raw(type), instance(type))
        .text(properties, readers);
  }

  private void checkObject(JsonType.Properties form, Element where) {
    if (form.isRecord()) {
      checkAccess(form.type(), (TypeElement) form.type().asElement(), where);
    } else {
      checkConstructor(form.type(), where);
      if (new BeanProperties(json)
          .toRead(form.type())
          .isEmpty()) { // all of the event would be lost
        throw cannotRead(
            form.type(),
            "it has neither setters nor public fields; declare a record in its place",
            place(form.type().asElement(), where));
      }
    }
  }

  private void checkConstructor(DeclaredType type, Element where) {
    TypeElement element = (TypeElement) type.asElement();
    checkAccess(type, element, where);
    ExecutableElement constructor =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(candidate -> candidate.getParameters().isEmpty())
            .findFirst()
            .orElse(null);
    if (constructor == null || JsonTypes.isAbstract(element)) {
      throw cannotRead(
          type,
          "it needs a constructor without parameters, or to be a record",
          place(element, where));
    }
    String reason = json.inaccessible(constructor, packageName);
    if (!reason.isEmpty()) {
      throw cannotRead(type, reason, place(constructor, where));
    }
  }

  private void checkAccess(TypeMirror type, TypeElement element, Element where) {
    boolean inner =
        element.getEnclosingElement().getKind() != ElementKind.PACKAGE
            && !element.getModifiers().contains(Modifier.STATIC);
    String reason =
        inner
            ? "it belongs to an object of the class around it; make it static"
            : json.inaccessible(element, packageName);
    if (!reason.isEmpty()) {
      throw cannotRead(type, reason, place(element, where));
    }
  }

  /// The class itself if its source is at hand, or what refers to it.
  private Element place(Element element, Element where) {
    return json.hasSource(element) ? element : where;
  }

  private static UnboundException cannotRead(TypeMirror type, String reason, Element where) {
    return new UnboundException(
        where, "cannot read JSON into " + TypeNames.binary(type) + ": " + reason);
  }
}
