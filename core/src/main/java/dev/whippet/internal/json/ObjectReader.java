package dev.whippet.internal.json;

import dev.whippet.EventFormatException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// A record or bean from a JSON object. Names it does not know are skipped. All values are read
/// before the first is used, so that there is no half-filled object.
final class ObjectReader extends StrictReader {
  private final Shape shape;
  private Map<String, Integer> positions;
  private List<ValueReader> properties;
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

  ObjectReader(JavaType type, Shape shape) {
    super(type);
    this.shape = shape;
  }

  /// Set after construction, since a property may be of the object's own type.
  void setProperties(Map<String, Integer> positions, List<ValueReader> properties) {
    this.positions = positions;
    this.properties = properties;
    this.absent = new Object[properties.size()];
    for (int i = 0; i < absent.length; i++) {
      // one of the object's own type, or of a generated reader, is null when absent
      absent[i] = properties.get(i) instanceof StrictReader strict ? strict.absent() : null;
    }
  }

  @Override
  Object readValue(JSONReader reader, JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw mismatch(parser, "an object");
    }
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
      String place = parser.streamReadContext().pathAsPointer().toString();
      throw new EventFormatException(
          "the event"
              + (place.isEmpty() ? "" : " at " + place)
              + ": "
              + type()
              + " refuses its values: "
              + cause,
          cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type() + " cannot be made: " + e, e);
    }
  }
}
