package dev.whippet.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes a record or bean as a JSON object, and null. What is of a subclass is written by that
/// class.
public abstract class ObjectWriter implements ValueWriter {
  private final Class<?> type;

  /// A writer.
  ///
  /// @param type the record's or bean's class
  protected ObjectWriter(Class<?> type) {
    this.type = type;
  }

  /// Writes the properties that are not null.
  ///
  /// @param context what [#writeValue] got
  /// @param generator in the JSON object
  /// @param value of the record's or bean's class
  /// @throws Exception what a getter throws
  protected abstract void writeProperties(JSONWriter context, JsonGenerator generator, Object value)
      throws Exception;

  @Override
  public final Class<?> valueType() {
    return type;
  }

  @Override
  public final void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    if (value == null || value.getClass() != type) {
      AnyWriter.INSTANCE.writeValue(context, generator, value);
      return;
    }
    generator.writeStartObject(value);
    try {
      writeProperties(context, generator, value);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalArgumentException(
          "the result, " + type.getName() + ", cannot be written as JSON: " + e, e);
    }
    generator.writeEndObject();
  }
}
