package dev.whippet.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/// A type that no JSON stands for, or none that generated code can read or write.
final class UnboundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Element element;

  /// An error of the user's.
  ///
  /// @param element where it is
  /// @param message what it is, and what to do
  UnboundException(Element element, String message) {
    super(message);
    this.element = element;
  }

  /// The same, with the property in which it is.
  UnboundException in(TypeElement type, BeanProperties.Property property) {
    return new UnboundException(
        element, type.getSimpleName() + "." + property.name() + ": " + getMessage());
  }

  Element element() {
    return element;
  }
}
