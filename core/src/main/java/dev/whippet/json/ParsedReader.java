package dev.whippet.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON string by the `parse(String)` of a class without properties, as those of Joda-Time
/// in AWS's event classes.
public abstract class ParsedReader extends StrictReader {
  /// A reader.
  ///
  /// @param raw the class of what is read
  /// @param type how error messages name it
  protected ParsedReader(Class<?> raw, String type) {
    super(raw, type);
  }

  /// The value that a text stands for.
  ///
  /// @param text what the JSON string says
  /// @return the value
  /// @throws Exception if the text stands for none
  protected abstract Object parse(String text) throws Exception;

  @Override
  protected final Object readValue(JSONReader reader, JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw mismatch(parser, "a string");
    }
    String text = parser.getString();
    try {
      return parse(text);
    } catch (Exception e) {
      throw mismatch(parser, "a string that its method 'parse' takes", e);
    }
  }
}
