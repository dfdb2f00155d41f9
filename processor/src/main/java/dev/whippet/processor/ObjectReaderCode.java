package dev.whippet.processor;

import dev.whippet.processor.BeanProperties.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes the reader of one record or bean.
///
/// @param form the record or bean
/// @param name the reader's name
/// @param superArguments what its superclass is constructed with
/// @param instance what follows `new` where an object is made
record ObjectReaderCode(
    Imports imports,
    JsonType.Properties form,
    String name,
    String superArguments,
    String instance) {
  private static final Set<String> TAKEN =
      Set.of("reader", "parser", "field", "object", "e", "NAMES");

  String text(List<Property> properties, List<String> readers) {
    Set<String> taken = new HashSet<>(TAKEN);
    List<String> variables = new ArrayList<>();
    for (Property property : properties) {
      String variable = SourceText.variable(property.name(), taken);
      taken.add(variable);
      variables.add(variable);
    }
    return """
    private static final class %1$s extends %2$s {
    %3$s  %1$s() {
        super(%4$s);
      }

      @Override
      protected Object readValue(%5$s reader, %6$s parser) {
    %7$s
        for (String field; (field = parser.nextName()) != null; ) {
          parser.nextToken();
          switch (%8$s) {
    %9$s
            default -> parser.skipChildren();
          }
        }
        try {
    %10$s
        } catch (Exception e) {
          throw refusal(parser, e);
        }
      }
    }
    """
        .formatted(
            name,
            imports.name("dev.whippet.json.ObjectReader"),
            form.isRecord() ? "" : names(properties),
            superArguments,
            imports.name("tools.jackson.jr.ob.impl.JSONReader"),
            imports.name("tools.jackson.core.JsonParser"),
            SourceText.lines(4, declarations(properties, variables, taken)),
            form.isRecord() ? "field" : "declared(field, NAMES)",
            SourceText.lines(8, cases(properties, readers, variables, taken)),
            SourceText.lines(6, make(properties, variables, taken)))
        .replaceAll("\n\n+(?= *(for|default) )", "\n"); // of an object without properties
  }

  private static String names(List<Property> properties) {
    List<String> names =
        properties.stream().map(property -> SourceText.quote(property.name())).toList();
    return "  private static final String[] NAMES = {" + String.join(", ", names) + "};\n\n";
  }

  private List<String> declarations(
      List<Property> properties, List<String> variables, Set<String> taken) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      String type = imports.name(property.type());
      lines.add(type + " " + variables.get(i) + " = " + absent(property) + ";");
      if (!form.isRecord()) {
        lines.add("boolean " + flag(variables.get(i), taken) + " = false;");
      }
    }
    return lines;
  }

  private String absent(Property property) {
    return switch (property.type().getKind()) {
      case BOOLEAN -> "false";
      case BYTE, SHORT, INT -> "0";
      case LONG -> "0L";
      case FLOAT -> "0f";
      case DOUBLE -> "0.0";
      case CHAR -> "'\\0'";
      default -> property.isOptional() ? imports.name("java.util.Optional") + ".empty()" : "null";
    };
  }

  private List<String> cases(
      List<Property> properties, List<String> readers, List<String> variables, Set<String> taken) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      String type = imports.name(property.type());
      String value =
          (type.equals("Object") ? "" : "(" + type + ") ")
              + readers.get(i)
              + ".read(reader, parser);";
      String label = "case " + SourceText.quote(property.name()) + " -> ";
      if (form.isRecord()) {
        lines.add(label + variables.get(i) + " = " + value);
      } else {
        lines.add(label + "{");
        lines.add("  " + variables.get(i) + " = " + value);
        lines.add("  " + flag(variables.get(i), taken) + " = true;");
        lines.add("}");
      }
    }
    return lines;
  }

  private List<String> make(List<Property> properties, List<String> variables, Set<String> taken) {
    if (form.isRecord()) {
      return List.of("return new " + instance + "(" + String.join(", ", variables) + ");");
    }
    List<String> lines = new ArrayList<>();
    lines.add(imports.name(form.type()) + " object = new " + instance + "();");
    for (int i = 0; i < properties.size(); i++) {
      lines.add("if (" + flag(variables.get(i), taken) + ") {");
      lines.add("  object." + properties.get(i).access(variables.get(i)) + ";");
      lines.add("}");
    }
    lines.add("return object;");
    return lines;
  }

  /// Whether a bean's property was there: a name that no other variable has.
  private static String flag(String variable, Set<String> taken) {
    return SourceText.variable("has_" + variable, taken);
  }
}
