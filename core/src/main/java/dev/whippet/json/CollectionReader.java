package dev.whippet.json;

import java.util.Collection;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON array as a collection.
public class CollectionReader extends StrictReader {
  private final ValueReader element;
  private final Supplier<?> container;

  /// A reader.
  ///
  /// @param raw the class of what is read
  /// @param type how error messages name it
  /// @param element reads each element
  /// @param container makes the collections, empty
  public CollectionReader(Class<?> raw, String type, ValueReader element, Supplier<?> container) {
    super(raw, type, JsonToken.START_ARRAY);
    this.element = element;
    this.container = container;
  }

  @Override
  @SuppressWarnings("unchecked") // the element's reader reads what the collection holds
  protected Object readValue(JSONReader reader, JsonParser parser) {
    Collection<Object> collection = (Collection<Object>) container.get();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      collection.add(element.read(reader, parser));
    }
    return collection;
  }
}
