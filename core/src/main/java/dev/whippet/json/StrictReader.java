package dev.whippet.json;

import dev.whippet.EventFormatException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads the value at the parser's current token, whole, and refuses any other kind of value.
public abstract class StrictReader extends ValueReader {
  private final String type;
  private final JsonToken start;

  /// @param raw the class of what is read
  /// @param type how error messages name it, with its type arguments
  /// @param start the only token but `null` that a value begins with: of an object or an array;
  ///   null if [#readValue] is to see to that
  StrictReader(Class<?> raw, String type, JsonToken start) {
    super(raw);
    this.type = type;
    this.start = start;
  }

  /// What stands for JSON `null`, and for a field that is missing.
  ///
  /// @return null, zero, false or empty
  public Object absent() {
    return null;
  }

  /// @param reader not used; may be null
  @Override
  public final Object read(JSONReader reader, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return absent();
    } else if (start != null && token != start) {
      String expected = start == JsonToken.START_OBJECT ? "an object" : "an array";
      throw mismatch(parser, expected, found(parser), null);
    }
    return readValue(reader, parser);
  }

  /// Reads a value.
  ///
  /// @param reader what [#read] got
  /// @param parser at the value's first token, never `null`; at its last when this returns
  /// @return the value
  /// @throws EventFormatException if it is of another kind
  protected abstract Object readValue(JSONReader reader, JsonParser parser);

  /// Says that the current token does not fit.
  ///
  /// @param parser at that token
  /// @param expected what would fit, with its article
  /// @param found what is there, with its article
  /// @param cause may be null
  /// @return the exception to throw
  final EventFormatException mismatch(
      JsonParser parser, String expected, String found, Throwable cause) {
    return new EventFormatException(
        place(parser) + ": expected " + expected + " for " + type + ", got " + found, cause);
  }

  /// Says that the user's constructor or setter does not take what was read.
  ///
  /// @param parser behind it
  /// @param cause what the user's code threw
  /// @return the exception to throw
  protected final EventFormatException refusal(JsonParser parser, Throwable cause) {
    return new EventFormatException(
        place(parser) + ": " + type + " refuses its values: " + cause, cause);
  }

  private static String place(JsonParser parser) {
    String place = parser.streamReadContext().pathAsPointer().toString();
    return place.isEmpty() ? "the event" : "the event at " + place;
  }

  static String found(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the string '" + excerpt(parser.getString()) + "'";
      default -> excerpt(parser.getString());
    };
  }

  private static String excerpt(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
