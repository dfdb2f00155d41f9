package dev.whippet.json;

import java.lang.reflect.Array;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON array as a Java array.
public class ArrayReader extends CollectionReader {
  private final Object empty;

  /// A reader.
  ///
  /// @param empty an array of the class that is read, without elements
  /// @param type how error messages name it
  /// @param element reads each element
  public ArrayReader(Object empty, String type, ValueReader element) {
    super(empty.getClass(), type, element, Containers.of(List.class));
    this.empty = empty;
  }

  /// Makes the array.
  ///
  /// @param elements what it holds; none is null if the array is of primitives
  /// @return the array
  protected Object toArray(List<?> elements) {
    if (empty instanceof Object[] array) {
      return elements.toArray(array);
    }
    Object array = Array.newInstance(valueType().getComponentType(), elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Array.set(array, i, elements.get(i));
    }
    return array;
  }

  @Override
  protected final Object readValue(JSONReader reader, JsonParser parser) {
    return toArray((List<?>) super.readValue(reader, parser));
  }
}
