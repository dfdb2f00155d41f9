package dev.whippet.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes what holds values of one type.
abstract sealed class ElementWriter implements ValueWriter
    permits CollectionWriter, MapWriter, OptionalWriter {
  private final ValueWriter element;

  ElementWriter(ValueWriter element) {
    this.element = element;
  }

  @Override
  public final Class<?> valueType() {
    return Object.class; // nobody asks: each is chosen by the type that it writes
  }

  final void writeElement(JSONWriter context, JsonGenerator generator, Object value) {
    if (value == null) {
      generator.writeNull();
    } else {
      element.writeValue(context, generator, value);
    }
  }
}
