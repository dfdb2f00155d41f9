package dev.whippet.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// The form that values of a type have in JSON.
sealed interface JsonType {
  /// A number, boolean or string, or what is written as a string.
  record Scalar(TypeMirror type) implements JsonType {}

  /// Whatever is there.
  record Any() implements JsonType {}

  /// A constant by its name.
  record Constant(TypeElement type) implements JsonType {}

  /// An array as a Java array.
  record Array(TypeMirror component) implements JsonType {}

  /// A value, or `null`.
  record OptionalValue(TypeMirror value) implements JsonType {}

  /// An array as a collection.
  record Elements(DeclaredType type, TypeMirror element) implements JsonType {}

  /// An object whose names are data.
  record Entries(DeclaredType type, TypeMirror key, TypeMirror value) implements JsonType {}

  /// An object with the properties of a record or bean.
  record Properties(DeclaredType type, boolean isRecord) implements JsonType {}

  /// An object as one of the records of a sealed interface, which a field names.
  record Sealed(DeclaredType type, String discriminator, List<DeclaredType> records)
      implements JsonType {}

  /// None.
  ///
  /// @param reason why, and what to do
  record None(String reason) implements JsonType {}
}
