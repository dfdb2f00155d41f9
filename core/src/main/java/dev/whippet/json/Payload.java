package dev.whippet.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// An event that is being read, of which a reader may look ahead.
public final class Payload extends ObjectReadContext.Base {
  private final JsonFactory factory;
  private final byte[] json;

  /// An event.
  ///
  /// @param factory makes the parsers
  /// @param json the event in UTF-8, not copied
  public Payload(JsonFactory factory, byte[] json) {
    this.factory = factory;
    this.json = json;
  }

  /// A parser of all of it.
  ///
  /// @return the parser, before the first token
  public JsonParser parser() {
    return factory.createParser(this, json);
  }

  /// Another parser of the value whose first token a parser is at.
  static JsonParser ahead(JsonParser parser) {
    Payload payload = (Payload) parser.objectReadContext();
    int offset = (int) parser.currentTokenLocation().getByteOffset();
    return payload.factory.createParser(
        payload, payload.json, offset, payload.json.length - offset);
  }
}
