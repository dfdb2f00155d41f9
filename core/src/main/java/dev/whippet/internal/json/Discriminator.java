package dev.whippet.internal.json;

import dev.whippet.Bind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/// The field that tells the records of a sealed interface apart.
///
/// @see Bind#discriminator
final class Discriminator {
  private Discriminator() {}

  /// The field that an interface declares; empty if it declares none.
  static String of(Class<?> type) {
    Bind bind = type.getAnnotation(Bind.class);
    return bind == null ? "" : bind.discriminator();
  }

  /// The fields that are written for a class: mostly none.
  static Set<String> writtenFor(Class<?> type) {
    Set<String> fields = new LinkedHashSet<>();
    for (Class<?> candidate : type.getInterfaces()) {
      fields.add(of(candidate));
    }
    fields.remove("");
    return fields;
  }

  /// Whether a field can tell a class of a sealed interface from others.
  static boolean tells(String field, Class<?> type) {
    return type.isRecord()
        && type.getTypeParameters().length == 0
        && Arrays.stream(type.getRecordComponents())
            .noneMatch(component -> component.getName().equals(field));
  }
}
