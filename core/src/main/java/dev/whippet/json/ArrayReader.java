package dev.whippet.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON array as a Java array.
public abstract class ArrayReader extends CollectionReader {
  /// A reader.
  ///
  /// @param raw the array's class
  /// @param type how error messages name it
  /// @param element reads each element
  protected ArrayReader(Class<?> raw, String type, ValueReader element) {
    super(raw, type, element);
  }

  /// Makes the array.
  ///
  /// @param elements what it holds; none is null if the array is of primitives
  /// @return the array
  protected abstract Object toArray(List<?> elements);

  @Override
  protected final Collection<?> newCollection() {
    return new ArrayList<>();
  }

  @Override
  protected final Object readValue(JSONReader reader, JsonParser parser) {
    return toArray((List<?>) super.readValue(reader, parser));
  }
}
