package dev.whippet.json;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes what an [Optional] holds, or JSON `null`.
public final class OptionalWriter extends ElementWriter {
  /// A writer.
  ///
  /// @param element writes what the optional holds
  public OptionalWriter(ValueWriter element) {
    super(element);
  }

  @Override
  public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    writeElement(context, generator, ((Optional<?>) value).orElse(null));
  }
}
