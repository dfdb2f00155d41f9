package dev.whippet.json;

import dev.whippet.EventFormatException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads the value at the parser's current token, whole, and refuses any other kind of value.
public abstract class StrictReader extends ValueReader {
  private final String type;

  /// A reader.
  ///
  /// @param raw the class of what is read
  /// @param type how error messages name it, with its type arguments
  protected StrictReader(Class<?> raw, String type) {
    super(raw);
    this.type = type;
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
    return parser.currentToken() == JsonToken.VALUE_NULL ? absent() : readValue(reader, parser);
  }

  /// Reads a value.
  ///
  /// @param reader what [#read] got
  /// @param parser at any token but `null`
  /// @return the value
  /// @throws EventFormatException if it is of another kind
  protected abstract Object readValue(JSONReader reader, JsonParser parser);

  /// Sees to it that the current token begins an object.
  final void requireObject(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw mismatch(parser, "an object");
    }
  }

  /// Says that the current token does not fit.
  ///
  /// @param parser at that token
  /// @param expected what would fit, with its article
  /// @return the exception to throw
  protected final EventFormatException mismatch(JsonParser parser, String expected) {
    return mismatch(parser, expected, null);
  }

  /// Says that the current token does not fit.
  ///
  /// @param parser at that token
  /// @param expected what would fit, with its article
  /// @param cause may be null
  /// @return the exception to throw
  protected final EventFormatException mismatch(
      JsonParser parser, String expected, Throwable cause) {
    return mismatch(parser, expected, found(parser), cause);
  }

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
      case VALUE_NULL -> "null";
      default -> excerpt(parser.getString());
    };
  }

  private static String excerpt(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
