package dev.whippet.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes an array of objects as a JSON array.
public final class ArrayWriter implements ValueWriter {
  private final ValueWriter element;

  /// A writer.
  ///
  /// @param element writes each element that is not null
  public ArrayWriter(ValueWriter element) {
    this.element = element;
  }

  @Override
  public Class<?> valueType() {
    return Object[].class;
  }

  @Override
  public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    Object[] array = (Object[]) value;
    generator.writeStartArray(array, array.length);
    for (Object item : array) {
      CollectionWriter.write(element, context, generator, item);
    }
    generator.writeEndArray();
  }
}
