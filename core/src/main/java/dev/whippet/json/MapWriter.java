package dev.whippet.json;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes a map as a JSON object. A null value is written: what a map holds is data.
public final class MapWriter extends ElementWriter {
  /// A writer.
  ///
  /// @param element writes each value that is not null
  public MapWriter(ValueWriter element) {
    super(element);
  }

  @Override
  public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    Map<?, ?> map = (Map<?, ?>) value;
    generator.writeStartObject(map, map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      // enum constants are written as they are read: by name, whatever their toString
      generator.writeName(key instanceof Enum<?> constant ? constant.name() : key.toString());
      writeElement(context, generator, entry.getValue());
    }
    generator.writeEndObject();
  }
}
