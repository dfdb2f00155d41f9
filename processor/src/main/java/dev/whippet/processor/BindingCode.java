package dev.whippet.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/// Writes the readers, or the writers, of a type and of all it consists of: a constant for each
/// type, and a class for each record or bean.
abstract sealed class BindingCode permits ReaderCode, WriterCode {
  static final String JSON = "dev.whippet.json.";

  final JsonTypes json;
  final Imports imports;
  final SourceText text;
  final String packageName;
  final Map<String, String> constants = new HashMap<>();
  final Set<String> underway = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Deque<Runnable> objects = new ArrayDeque<>();

  /// @param text gets the constants and classes
  /// @param packageName of the source file
  BindingCode(JsonTypes json, Imports imports, SourceText text, String packageName) {
    this.json = json;
    this.imports = imports;
    this.text = text;
    this.packageName = packageName;
  }

  /// The reader or writer of a type.
  ///
  /// @param type a resolved type
  /// @param where what to name in errors
  /// @return the name of a constant
  /// @throws UnboundException if no JSON can stand for the type, or generated code has no access
  final String of(TypeMirror type, Element where) {
    String constant = constant(type, where);
    while (!objects.isEmpty()) {
      objects.remove().run();
    }
    return constant;
  }

  abstract String constant(TypeMirror type, Element where);

  /// A name for a new constant.
  final String name(TypeMirror type, String suffix) {
    String name = SourceText.variable(TypeNames.constant(TypeNames.label(type)) + suffix, names);
    names.add(name);
    return name;
  }

  /// Writes a class when all constants are known that are underway: its properties may be of its
  /// own type, or of a container of it.
  final void later(Runnable object) {
    objects.add(object);
  }
}
