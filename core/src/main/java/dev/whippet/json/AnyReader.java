package dev.whippet.json;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonTokenId;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads whatever is there: as [Map], [List], [String], [Number] or [Boolean].
public final class AnyReader extends StrictReader {
  /// The reader.
  public static final AnyReader INSTANCE = new AnyReader();

  private final StrictReader map =
      new MapReader(Map.class, "java.util.Map", String.class, this, Containers.of(Map.class));
  private final StrictReader list =
      new CollectionReader(List.class, "java.util.List", this, Containers.of(List.class));

  private AnyReader() {
    super(Object.class, "java.lang.Object", null);
  }

  @Override
  protected Object readValue(JSONReader reader, JsonParser parser) {
    return switch (parser.currentTokenId()) {
      case JsonTokenId.ID_START_OBJECT -> map.readValue(reader, parser);
      case JsonTokenId.ID_START_ARRAY -> list.readValue(reader, parser);
      case JsonTokenId.ID_STRING -> parser.getString();
      case JsonTokenId.ID_TRUE -> true;
      case JsonTokenId.ID_FALSE -> false;
      default -> parser.getNumberValue(); // Integer, Long or BigInteger as it fits, or Double
    };
  }
}
