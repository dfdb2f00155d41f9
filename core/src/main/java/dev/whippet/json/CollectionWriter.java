package dev.whippet.json;

import java.util.Arrays;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes a collection, or an array of objects, as a JSON array.
public final class CollectionWriter extends ElementWriter {
  /// A writer.
  ///
  /// @param element writes each element that is not null
  public CollectionWriter(ValueWriter element) {
    super(element);
  }

  @Override
  public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    Collection<?> collection =
        value instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) value;
    generator.writeStartArray(collection, collection.size());
    for (Object item : collection) {
      writeElement(context, generator, item);
    }
    generator.writeEndArray();
  }
}
