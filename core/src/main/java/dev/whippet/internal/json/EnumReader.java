package dev.whippet.internal.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.impl.JSONReader;

/// An enum constant from its name.
final class EnumReader extends StrictReader {
  private final Map<String, Object> constants = new HashMap<>();

  EnumReader(JavaType type) {
    super(type);
    for (Object constant : type.raw().getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
  }

  @Override
  Object readValue(JSONReader reader, JsonParser parser) {
    Object constant =
        parser.currentToken() == JsonToken.VALUE_STRING ? constants.get(parser.getString()) : null;
    if (constant == null) {
      throw mismatch(parser, "one of " + Arrays.toString(type().raw().getEnumConstants()));
    }
    return constant;
  }

  Object constant(String name) {
    Object constant = constants.get(name);
    if (constant == null) {
      throw new IllegalArgumentException(name);
    }
    return constant;
  }
}
