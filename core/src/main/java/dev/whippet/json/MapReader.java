package dev.whippet.json;

import dev.whippet.json.ScalarReader.Conversion;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON object whose names are data as a map.
public final class MapReader extends StrictReader {
  private final Class<?> keyType;
  private final Conversion<String> key;
  private final ValueReader value;
  private final Supplier<?> container;

  /// A reader.
  ///
  /// @param raw the class of what is read
  /// @param type how error messages name it
  /// @param key the class of its keys
  /// @param value reads each value
  /// @param container makes the maps, empty
  /// @throws IllegalArgumentException if there are keys for which no name can stand
  public MapReader(
      Class<?> raw, String type, Class<?> key, ValueReader value, Supplier<?> container) {
    super(raw, type, JsonToken.START_OBJECT);
    this.keyType = key;
    this.key = conversion(key);
    this.value = value;
    this.container = container;
  }

  private static Conversion<String> conversion(Class<?> key) {
    if (key.isEnum()) {
      return name -> ScalarReader.constant(key, name);
    }
    return switch (key.getName()) {
      case "java.lang.String", "java.lang.Object" -> null; // the name itself
      case "java.lang.Integer" -> Integer::valueOf;
      case "java.lang.Long" -> Long::valueOf;
      case "java.util.UUID" -> UUID::fromString;
      default ->
          throw new IllegalArgumentException(
              "cannot read JSON into "
                  + key.getTypeName()
                  + ": a map's keys may be String, Integer, Long, UUID or an enum, not this");
    };
  }

  @Override
  @SuppressWarnings("unchecked") // the readers read what the map holds
  protected Object readValue(JSONReader reader, JsonParser parser) {
    Map<Object, Object> map = (Map<Object, Object>) container.get();
    for (String name; (name = parser.nextName()) != null; ) {
      Object mapKey = key(parser, name);
      parser.nextToken();
      map.put(mapKey, value.read(reader, parser));
    }
    return map;
  }

  private Object key(JsonParser parser, String name) {
    try {
      return key == null ? name : key.of(name);
    } catch (Exception e) {
      String expected = "a name that is a " + keyType.getTypeName();
      throw mismatch(parser, expected, found(parser), e);
    }
  }
}
