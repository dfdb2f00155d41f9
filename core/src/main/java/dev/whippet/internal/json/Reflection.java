package dev.whippet.internal.json;

/// Whether records and beans may be read and written by reflection. In a native image of a function
/// whose types are all bound by `whippet-processor` they need not be, and what they would bring is
/// not part of it: this class is initialised when the image is built, so that code behind
/// [#LEFT_OUT] is none.
final class Reflection {
  private static final String PROPERTY = "whippet.reflection";

  /// Set with `-Dwhippet.reflection=false`, for native-image or for a JVM.
  static final boolean LEFT_OUT = "false".equals(System.getProperty(PROPERTY));

  private Reflection() {}

  /// A type turned up of which whoever left reflection out did not know.
  ///
  /// @param use what was tried, as `write`
  /// @param type the type's name
  /// @return the exception to throw
  static IllegalArgumentException missing(String use, String type) {
    return new IllegalArgumentException(
        "cannot %s %s as JSON: it has no binding by whippet-processor, and reflection is left out; name it in a handler's class, annotate it with @Bind, or package with -D%s=true (docs/json.md#without-reflection)"
            .formatted(use, type, PROPERTY));
  }
}
