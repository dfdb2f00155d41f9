package dev.whippet.json;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads an [Optional], empty for JSON `null` and for a field that is missing.
public final class OptionalReader extends StrictReader {
  private final ValueReader value;

  /// A reader.
  ///
  /// @param value reads what the optional holds
  public OptionalReader(ValueReader value) {
    super(Optional.class, "java.util.Optional", null); // refuses nothing that its value's takes
    this.value = value;
  }

  @Override
  public Object absent() {
    return Optional.empty();
  }

  @Override
  protected Object readValue(JSONReader reader, JsonParser parser) {
    return Optional.ofNullable(value.read(reader, parser));
  }
}
