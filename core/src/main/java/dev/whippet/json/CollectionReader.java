package dev.whippet.json;

import java.util.Collection;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON array as a collection.
public abstract class CollectionReader extends StrictReader {
  private final ValueReader element;

  /// A reader.
  ///
  /// @param raw the class of what is read
  /// @param type how error messages name it
  /// @param element reads each element
  protected CollectionReader(Class<?> raw, String type, ValueReader element) {
    super(raw, type);
    this.element = element;
  }

  /// Makes what the elements are added to.
  ///
  /// @return an empty collection
  protected abstract Collection<?> newCollection();

  @Override
  @SuppressWarnings("unchecked") // the element's reader reads what the collection holds
  protected Object readValue(JSONReader reader, JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw mismatch(parser, "an array");
    }
    Collection<Object> collection = (Collection<Object>) newCollection();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      collection.add(element.read(reader, parser));
    }
    return collection;
  }
}
