package dev.whippet.json;

import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON object whose names are data as a map.
public abstract class MapReader extends StrictReader {
  private final String keyType;
  private final ValueReader value;

  /// A reader.
  ///
  /// @param raw the class of what is read
  /// @param type how error messages name it
  /// @param keyType how error messages name its keys' type
  /// @param value reads each value
  protected MapReader(Class<?> raw, String type, String keyType, ValueReader value) {
    super(raw, type);
    this.keyType = keyType;
    this.value = value;
  }

  /// Makes what the entries are put into.
  ///
  /// @return an empty map
  protected abstract Map<?, ?> newMap();

  /// The key that a name stands for.
  ///
  /// @param name a name in the JSON object
  /// @return the key
  /// @throws IllegalArgumentException if the name stands for none
  protected Object key(String name) {
    return name;
  }

  @Override
  @SuppressWarnings("unchecked") // the readers read what the map holds
  protected final Object readValue(JSONReader reader, JsonParser parser) {
    requireObject(parser);
    Map<Object, Object> map = (Map<Object, Object>) newMap();
    for (String name; (name = parser.nextName()) != null; ) {
      Object mapKey = checkedKey(parser, name);
      parser.nextToken();
      map.put(mapKey, value.read(reader, parser));
    }
    return map;
  }

  private Object checkedKey(JsonParser parser, String name) {
    try {
      return key(name);
    } catch (IllegalArgumentException e) {
      throw mismatch(parser, "a name that is a " + keyType, e);
    }
  }
}
