package dev.whippet.testing;

import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.JSON;

/// JSON to and from maps: the one class that knows Jackson. Loaded only when something needs it, so
/// that a plain invocation does not.
final class Json {
  private Json() {}

  /// The object's members in order.
  ///
  /// @throws IOException if the text is not a JSON object
  static Map<String, Object> object(byte[] json) throws IOException {
    try {
      Map<String, Object> object = JSON.std.mapFrom(json);
      if (object != null) {
        return object;
      }
    } catch (JacksonException e) {
      throw new IOException("not a JSON object: " + e.getOriginalMessage(), e);
    }
    throw new IOException("not a JSON object, but null");
  }

  /// Whether the bytes are one JSON value.
  static boolean isValid(byte[] json) {
    try (JsonParser parser = JSON.std.createParser(json)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /// Compact JSON text.
  static String write(Object value) {
    return JSON.std.asString(value);
  }

  /// JSON text for people.
  static String pretty(Object value) {
    return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value);
  }
}
