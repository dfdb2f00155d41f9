package dev.whippet.internal.json;

import dev.whippet.EventFormatException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads the value at the parser's current token, whole, and refuses any other kind of value.
abstract class StrictReader extends ValueReader {
  private final JavaType type;

  StrictReader(JavaType type) {
    super(type.raw());
    this.type = type;
  }

  JavaType type() {
    return type;
  }

  /// What stands for JSON `null`, and for a field that is missing.
  Object absent() {
    return null;
  }

  @Override
  public final Object read(JSONReader reader, JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NULL ? absent() : readValue(reader, parser);
  }

  /// @param parser at any token but `null`
  abstract Object readValue(JSONReader reader, JsonParser parser);

  /// Says that the current token does not fit.
  ///
  /// @param expected what would, with its article
  EventFormatException mismatch(JsonParser parser, String expected, Throwable cause) {
    String place = parser.streamReadContext().pathAsPointer().toString();
    return new EventFormatException(
        "the event"
            + (place.isEmpty() ? "" : " at " + place)
            + ": expected "
            + expected
            + " for "
            + type
            + ", got "
            + found(parser),
        cause);
  }

  EventFormatException mismatch(JsonParser parser, String expected) {
    return mismatch(parser, expected, null);
  }

  private static String found(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the string '" + excerpt(parser.getString()) + "'";
      case VALUE_NULL -> "null";
      default -> excerpt(parser.getString());
    };
  }

  private static String excerpt(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
