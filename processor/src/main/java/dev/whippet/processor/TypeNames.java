package dev.whippet.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/// Names of types, none with the annotations that their own `toString` gives.
final class TypeNames {
  private TypeNames() {}

  /// A resolved type as core's error messages have it: binary names, with type arguments.
  static String binary(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> binary(((ArrayType) type).getComponentType()) + "[]";
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        String arguments =
            String.join(", ", declared.getTypeArguments().stream().map(TypeNames::binary).toList());
        String name = binary((TypeElement) declared.asElement());
        yield arguments.isEmpty() ? name : name + "<" + arguments + ">";
      }
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  /// A class's binary name, as `java.util.Map$Entry`.
  static String binary(TypeElement type) {
    return type.getNestingKind() == NestingKind.TOP_LEVEL
        ? type.getQualifiedName().toString()
        : binary((TypeElement) type.getEnclosingElement()) + "$" + type.getSimpleName();
  }

  /// A name for what belongs to a type: `ListOfOrder` for a list of orders.
  static String label(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> "ArrayOf" + label(((ArrayType) type).getComponentType());
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        List<String> arguments =
            declared.getTypeArguments().stream().map(TypeNames::label).toList();
        String name = declared.asElement().getSimpleName().toString();
        yield arguments.isEmpty() ? name : name + "Of" + String.join("And", arguments);
      }
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? "Object" : label(bound);
      }
      default -> {
        String name = type.getKind().name();
        yield name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
      }
    };
  }

  /// A label as a constant's name: `LIST_OF_ORDER`.
  static String constant(String label) {
    return label.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /// The class that a nested class is in, in the end.
  static TypeElement topLevel(TypeElement type) {
    Element element = type;
    while (((TypeElement) element).getNestingKind() != NestingKind.TOP_LEVEL) {
      element = element.getEnclosingElement();
    }
    return (TypeElement) element;
  }
}
