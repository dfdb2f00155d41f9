package dev.whippet.json;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes what an [Optional] holds, or JSON `null`.
public final class OptionalWriter implements ValueWriter {
  private final ValueWriter element;

  /// A writer.
  ///
  /// @param element writes what the optional holds
  public OptionalWriter(ValueWriter element) {
    this.element = element;
  }

  @Override
  public Class<?> valueType() {
    return Optional.class;
  }

  @Override
  public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    CollectionWriter.write(element, context, generator, ((Optional<?>) value).orElse(null));
  }
}
