package dev.whippet.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads whatever is there: as [Map], [List], [String], [Number] or [Boolean].
public final class AnyReader extends StrictReader {
  /// The reader.
  public static final AnyReader INSTANCE = new AnyReader();

  private AnyReader() {
    super(Object.class, "java.lang.Object");
  }

  @Override
  protected Object readValue(JSONReader reader, JsonParser parser) {
    return switch (parser.currentTokenId()) {
      case JsonTokenId.ID_START_OBJECT -> readMap(reader, parser);
      case JsonTokenId.ID_START_ARRAY -> readList(reader, parser);
      case JsonTokenId.ID_STRING -> parser.getString();
      case JsonTokenId.ID_TRUE -> true;
      case JsonTokenId.ID_FALSE -> false;
      default -> parser.getNumberValue(); // Integer, Long or BigInteger as it fits, or Double
    };
  }

  private Map<String, Object> readMap(JSONReader reader, JsonParser parser) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String name; (name = parser.nextName()) != null; ) {
      parser.nextToken();
      map.put(name, read(reader, parser));
    }
    return map;
  }

  private List<Object> readList(JSONReader reader, JsonParser parser) {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(reader, parser));
    }
    return list;
  }
}
