package dev.whippet.internal.json;

import dev.whippet.json.ObjectReader;
import dev.whippet.json.ScalarReader.Conversion;
import dev.whippet.json.StrictReader;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON object as a record or bean whose parts reflection has found.
final class ReflectiveReader extends ObjectReader {
  /// Stands for the value of a bean's property that the JSON object does not have.
  static final Object MISSING = new Object();

  private final Conversion<Object[]> shape;
  private final Map<String, Integer> positions = new HashMap<>();
  private final boolean isRecord;
  private String[] names;
  private StrictReader[] readers;
  private Object[] absent;

  /// @param shape makes the record or bean of its properties' values
  ReflectiveReader(JavaType type, Conversion<Object[]> shape) {
    super(type.raw(), type.toString());
    this.isRecord = type.raw().isRecord();
    this.shape = shape;
  }

  /// Set after construction, since a property may be of the object's own type.
  ///
  /// @param properties in the order of the values that the object is made of
  void setProperties(Map<String, StrictReader> properties) {
    names = properties.keySet().toArray(String[]::new);
    readers = properties.values().toArray(StrictReader[]::new);
    absent = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      positions.put(names[i], i);
      absent[i] = isRecord ? readers[i].absent() : MISSING;
    }
  }

  @Override
  protected Object readValue(JSONReader reader, JsonParser parser) {
    Object[] values = absent.clone();
    for (String name; (name = parser.nextName()) != null; ) {
      parser.nextToken();
      Integer position = positions.get(isRecord ? name : declared(name, names));
      if (position == null) {
        parser.skipChildren();
      } else {
        values[position] = readers[position].read(reader, parser);
      }
    }
    try {
      return shape.of(values);
    } catch (Exception e) { // the user's constructor or setter refuses the values
      throw refusal(parser, e);
    }
  }
}
