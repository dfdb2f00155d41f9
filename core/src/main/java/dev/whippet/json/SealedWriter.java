package dev.whippet.json;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes a value of a sealed type by its class, and null.
public final class SealedWriter implements ValueWriter {
  private final List<ObjectWriter> writers;

  /// A writer.
  ///
  /// @param writers those of the records and beans that the type permits
  public SealedWriter(ObjectWriter... writers) {
    this.writers = List.of(writers);
  }

  @Override
  public Class<?> valueType() {
    return Object.class;
  }

  @Override
  public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    for (ObjectWriter writer : writers) {
      if (value != null && value.getClass() == writer.valueType()) {
        writer.writeValue(context, generator, value);
        return;
      }
    }
    AnyWriter.INSTANCE.writeValue(context, generator, value);
  }
}
