package dev.whippet.processor;

import dev.whippet.processor.BeanProperties.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Writes the writers of a type and of all it consists of: a constant for each container, record
/// and bean. What its type says nothing about is written by its class, when it is there.
final class WriterCode extends BindingCode {
  private static final Set<String> TAKEN = Set.of("context", "generator", "value", "object");

  private static final String ANY = ".INSTANCE";

  /// What Jackson-jr writes otherwise than as a bean, although it may be a class of the user's.
  private static final List<String> NO_BEANS =
      List.of(
          "java.time.temporal.TemporalAccessor",
          "java.time.temporal.TemporalAmount",
          "java.util.Calendar",
          "java.util.Date",
          "java.lang.Number",
          "java.lang.CharSequence",
          "java.lang.Iterable",
          "tools.jackson.core.TreeNode");

  /// Classes of the JDK that have a form although no event can be of them.
  private static final List<String> KNOWN =
      List.of(
          "java.time.temporal.TemporalAccessor",
          "java.time.temporal.TemporalAmount",
          "java.time.ZoneId",
          "java.util.Date",
          "java.lang.Void");

  WriterCode(JsonTypes json, Imports imports, SourceText text, String packageName) {
    super(json, imports, text, packageName);
  }

  @Override
  String constant(TypeMirror type, Element where) {
    String key = TypeNames.binary(type);
    String known = constants.get(key);
    if (known != null) {
      return known;
    } else if (!underway.add(key)) {
      return any(); // a container of itself
    }
    String constant =
        switch (json.form(type)) {
          case JsonType.Properties object when isBean(type) -> object(object, where);
          case JsonType.OptionalValue form -> container(type, form.value(), where);
          case JsonType.Array form -> container(type, form.component(), where);
          case JsonType.Elements form -> container(type, form.element(), where);
          case JsonType.Entries form -> container(type, form.value(), where);
          case JsonType.None none when none.reason().equals(JsonTypes.OF_JDK) && !isKnown(type) ->
              throw cannotWrite(
                  type, none.reason() + "; declare a String or a record in its place", where);
          default -> sealed(type, where);
        };
    constants.put(key, constant);
    return constant;
  }

  /// Writes a value by its class.
  private String any() {
    return imports.name(JSON + "AnyWriter") + ANY;
  }

  private boolean isBean(TypeMirror type) {
    return NO_BEANS.stream().noneMatch(name -> json.isA(type, name));
  }

  private boolean isKnown(TypeMirror type) {
    return KNOWN.stream().anyMatch(name -> json.isA(type, name));
  }

  private String container(TypeMirror type, TypeMirror element, Element where) {
    String writer = constant(element, where);
    if (writer.endsWith(ANY)) {
      return writer;
    }
    String name = name(type, "_WRITER");
    text.container(
        "%1$s %2$s = new %1$s(%3$s);".formatted(imports.name(JSON + "AnyWriter"), name, writer));
    return name;
  }

  /// A sealed type, written as what it permits; any other is written by its class.
  private String sealed(TypeMirror type, Element where) {
    Set<TypeElement> permitted = new LinkedHashSet<>();
    addPermitted(type, permitted);
    List<String> writers =
        permitted.stream()
            .map(subclass -> json.form(subclass.asType()))
            .filter(form -> form instanceof JsonType.Properties object && isBean(object.type()))
            .map(form -> constant(((JsonType.Properties) form).type(), where))
            .toList();
    if (writers.isEmpty()) {
      return any();
    }
    String name = name(type, "_WRITER");
    text.container(
        "%1$s %2$s = new %1$s(%3$s);"
            .formatted(imports.name(JSON + "SealedWriter"), name, String.join(", ", writers)));
    return name;
  }

  private static void addPermitted(TypeMirror type, Set<TypeElement> permitted) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement sealed) {
      for (TypeMirror subclass : sealed.getPermittedSubclasses()) {
        TypeElement element = (TypeElement) ((DeclaredType) subclass).asElement();
        // of a generic one, the type arguments are not known: it is written by its class
        if (element.getTypeParameters().isEmpty() && permitted.add(element)) {
          addPermitted(subclass, permitted);
        }
      }
    }
  }

  private String object(JsonType.Properties form, Element where) {
    TypeElement element = (TypeElement) form.type().asElement();
    String reason = json.inaccessible(element, packageName);
    if (!reason.isEmpty()) {
      throw cannotWrite(form.type(), reason, json.hasSource(element) ? element : where);
    }
    String constant = name(form.type(), "_WRITER");
    String name = imports.declare(TypeNames.label(form.type()) + "Writer");
    text.leaf("%s %s = new %s();".formatted(imports.name(JSON + "ObjectWriter"), constant, name));
    later(() -> text.nestedClass(name, objectClass(form, name)));
    return constant;
  }

  private String objectClass(JsonType.Properties form, String name) {
    TypeElement element = (TypeElement) form.type().asElement();
    List<String> lines = new ArrayList<>();
    Set<String> taken = new HashSet<>(TAKEN);
    for (String discriminator : discriminators(element)) {
      lines.add(
          "generator.writeStringProperty(%s, %s);"
              .formatted(
                  SourceText.quote(discriminator),
                  SourceText.quote(element.getSimpleName().toString())));
    }
    for (Property property : new BeanProperties(json).toWrite(form.type())) {
      String variable = SourceText.variable(property.name(), taken);
      taken.add(variable);
      try {
        lines.addAll(property(property, variable));
      } catch (UnboundException e) {
        throw e.in(element, property);
      }
    }
    return """
    private static final class %1$s extends %2$s {
      %1$s() {
        super(%3$s.class);
      }

      @Override
      protected void writeProperties(%4$s context, %5$s generator, Object value)
          throws Exception {
    %6$s
      }
    }
    """
        .formatted(
            name,
            imports.name(JSON + "ObjectWriter"),
            imports.name(element),
            imports.name("tools.jackson.jr.ob.impl.JSONWriter"),
            imports.name("tools.jackson.core.JsonGenerator"),
            SourceText.lines(4, body(form, lines)));
  }

  /// What tells it apart from others of its sealed interfaces.
  private List<String> discriminators(TypeElement element) {
    return element.getInterfaces().stream()
        .map(type -> JsonTypes.discriminator((TypeElement) json.types().asElement(type)))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private List<String> body(JsonType.Properties form, List<String> lines) {
    if (lines.isEmpty()) {
      return List.of("// it has no properties");
    }
    String type = imports.name(form.type());
    lines.addFirst(type + " object = (" + type + ") value;");
    return lines;
  }

  private List<String> property(Property property, String variable) {
    TypeMirror type = property.type();
    String name = SourceText.quote(property.name());
    String value = "object." + property.access("");
    if (type.getKind().isPrimitive()) {
      return List.of(
          switch (type.getKind()) {
            case BOOLEAN -> "generator.writeBooleanProperty(%s, %s);".formatted(name, value);
            case CHAR ->
                "generator.writeStringProperty(%s, String.valueOf(%s));".formatted(name, value);
            default -> "generator.writeNumberProperty(%s, %s);".formatted(name, value);
          });
    }
    String write = write(type, name, variable);
    if (write == null) {
      String writer = constant(json.resolve(type), property.member());
      return List.of(
          "Object %s = %s;".formatted(variable, value),
          "if (%s != null) {".formatted(variable),
          "  generator.writeName(%s);".formatted(name),
          "  %s.writeValue(context, generator, %s);".formatted(writer, variable),
          "}");
    }
    return List.of(
        "%s %s = %s;".formatted(imports.name(type), variable, value),
        "if (%s != null) {".formatted(variable),
        "  generator." + write + ";",
        "}");
  }

  /// The generator's own method for a type of which all values are written alike, or null.
  private String write(TypeMirror type, String name, String variable) {
    String arguments = "(%s, %s)".formatted(name, variable);
    return switch (TypeNames.binary(type)) {
      case "java.lang.String" -> "writeStringProperty" + arguments;
      case "java.lang.Boolean" -> "writeBooleanProperty" + arguments;
      case "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigInteger",
          "java.math.BigDecimal" ->
          "writeNumberProperty" + arguments;
      case "byte[]" -> "writeBinaryProperty" + arguments;
      // of these, classes differ in how they are written
      case "java.util.Date", "java.lang.Number", "java.nio.ByteBuffer" -> null;
      default ->
          switch (json.form(json.resolve(type))) {
            case JsonType.Scalar _ ->
                "writeStringProperty(%s, %s.toString())".formatted(name, variable);
            case JsonType.Constant constant
                when json.inaccessible(constant.type(), packageName).isEmpty() ->
                "writeStringProperty(%s, %s.name())".formatted(name, variable);
            default -> null;
          };
    };
  }

  private static UnboundException cannotWrite(TypeMirror type, String reason, Element where) {
    return new UnboundException(
        where, "cannot write " + TypeNames.binary(type) + " as JSON: " + reason);
  }
}
