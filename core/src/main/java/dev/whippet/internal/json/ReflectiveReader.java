package dev.whippet.internal.json;

import dev.whippet.json.ObjectReader;
import dev.whippet.json.StrictReader;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON object as a record or bean whose parts reflection has found.
final class ReflectiveReader extends ObjectReader {
  private final JavaType type;
  private final Shape shape;
  private Map<String, Integer> positions;
  private List<StrictReader> properties;
  private Object[] absent;

  /// How an object is made of its properties' values.
  @FunctionalInterface
  interface Shape {
    /// Makes an object.
    ///
    /// @param values the properties' values
    /// @param present for a bean, which of them the JSON object had
    Object make(Object[] values, boolean[] present) throws ReflectiveOperationException;
  }

  ReflectiveReader(JavaType type, Shape shape) {
    super(type.raw(), type.toString());
    this.type = type;
    this.shape = shape;
  }

  /// Set after construction, since a property may be of the object's own type.
  void setProperties(Map<String, Integer> positions, List<StrictReader> properties) {
    this.positions = positions;
    this.properties = properties;
    this.absent = new Object[properties.size()];
    for (int i = 0; i < absent.length; i++) {
      absent[i] = properties.get(i).absent();
    }
  }

  @Override
  protected Object readObject(JSONReader reader, JsonParser parser) {
    Object[] values = absent.clone();
    boolean[] present = new boolean[values.length];
    for (String name; (name = parser.nextName()) != null; ) {
      parser.nextToken();
      Integer position = positions.get(name);
      if (position == null) {
        parser.skipChildren();
      } else {
        values[position] = properties.get(position).read(reader, parser);
        present[position] = true;
      }
    }
    return make(parser, values, present);
  }

  private Object make(JsonParser parser, Object[] values, boolean[] present) {
    try {
      return shape.make(values, present);
    } catch (InvocationTargetException e) { // the user's constructor or setter refuses the values
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw refusal(parser, cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made: " + e, e);
    }
  }
}
