package dev.whippet.internal.json;

import dev.whippet.json.StrictReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.impl.JSONReader;

/// A value from a string, by the `parse(String)` of a class without properties, as those of
/// Joda-Time in AWS's event classes.
final class ParsedReader extends StrictReader {
  private final Method parse;

  ParsedReader(JavaType type, Method parse) {
    super(type.raw(), type.toString());
    this.parse = parse;
  }

  @Override
  protected Object readValue(JSONReader reader, JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw mismatch(parser, "a string");
    }
    try {
      return parse.invoke(null, parser.getString());
    } catch (InvocationTargetException e) {
      throw mismatch(parser, "a string that its method 'parse' takes", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
