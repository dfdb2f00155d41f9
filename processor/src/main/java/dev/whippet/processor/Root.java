package dev.whippet.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/// A class for which a binding is generated: a handler, or an annotated type.
///
/// @param type the class
/// @param input what is read, resolved
/// @param output what is written, resolved
record Root(TypeElement type, TypeMirror input, TypeMirror output) {
  /// The binding's simple name: as `dev.whippet.json.Binding` says.
  String bindingName() {
    String name = TypeNames.binary(type);
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '_') + "_Json";
  }
}
