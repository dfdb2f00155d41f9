package dev.whippet.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writes a value by its class: enums by name, what belongs to `java.time` in ISO 8601, containers
/// with their elements, also those that are null; records and beans as Jackson-jr does, by
/// reflection.
public final class AnyWriter implements ValueWriter {
  /// The writer that writes elements too by their classes.
  public static final AnyWriter INSTANCE = new AnyWriter();

  private final ValueWriter element;

  private AnyWriter() {
    this.element = this;
  }

  /// A writer of containers whose elements are of a known type.
  ///
  /// @param element writes each element
  public AnyWriter(ValueWriter element) {
    this.element = element;
  }

  @Override
  public Class<?> valueType() {
    return Object.class;
  }

  /// Whether values of a class are written here, and not as beans.
  ///
  /// @param type a class
  /// @return true if this writes them without reflection
  public static boolean knows(Class<?> type) {
    return Enum.class.isAssignableFrom(type)
        || TemporalAccessor.class.isAssignableFrom(type)
        || TemporalAmount.class.isAssignableFrom(type)
        || ZoneId.class.isAssignableFrom(type)
        || Date.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || type == Optional.class;
  }

  /// @param context not used; may be null
  @Override
  // the JVM generates a switch over types anew in each start; AWS's event classes hold dates
  @SuppressWarnings({"IfChainToSwitch", "JavaUtilDate"})
  public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof Number number) {
      writeNumber(generator, number);
    } else if (value instanceof Enum<?> constant) { // whatever its toString
      generator.writeString(constant.name());
    } else if (value instanceof Map<?, ?> map) {
      writeMap(context, generator, map);
    } else if (value instanceof Collection<?> collection) {
      writeCollection(context, generator, collection);
    } else if (value instanceof Object[] array) {
      writeCollection(context, generator, Arrays.asList(array));
    } else if (value instanceof Optional<?> optional) {
      element.writeValue(context, generator, optional.orElse(null));
    } else if (value instanceof TemporalAccessor
        || value instanceof TemporalAmount
        || value instanceof ZoneId // ISO 8601 is what the toString of these gives
        || value instanceof UUID
        || value instanceof URI
        || value instanceof Character) {
      generator.writeString(value.toString());
    } else if (value instanceof Date date) {
      generator.writeString(Instant.ofEpochMilli(date.getTime()).toString());
    } else if (value instanceof byte[] bytes) {
      generator.writeBinary(bytes);
    } else if (value instanceof char[] text) {
      generator.writeString(new String(text));
    } else if (value.getClass().isArray()) {
      writePrimitives(generator, value);
    } else {
      generator.writePOJO(value);
    }
  }

  private void writeMap(JSONWriter context, JsonGenerator generator, Map<?, ?> map) {
    generator.writeStartObject(map, map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = Objects.requireNonNull(entry.getKey(), "a map's key is null: JSON has no such");
      // enum constants are written as they are read: by name, whatever their toString
      generator.writeName(key instanceof Enum<?> constant ? constant.name() : key.toString());
      element.writeValue(context, generator, entry.getValue());
    }
    generator.writeEndObject();
  }

  private void writeCollection(
      JSONWriter context, JsonGenerator generator, Collection<?> collection) {
    generator.writeStartArray(collection, collection.size());
    for (Object item : collection) {
      element.writeValue(context, generator, item);
    }
    generator.writeEndArray();
  }

  private static void writePrimitives(JsonGenerator generator, Object array) {
    int length = Array.getLength(array);
    generator.writeStartArray(array, length);
    for (int i = 0; i < length; i++) {
      INSTANCE.writeValue(null, generator, Array.get(array, i));
    }
    generator.writeEndArray();
  }

  private static void writeNumber(JsonGenerator generator, Number number) {
    Class<?> type = number.getClass();
    if (type == Integer.class || type == Long.class || type == Short.class || type == Byte.class) {
      generator.writeNumber(number.longValue());
    } else if (type == Double.class) {
      generator.writeNumber(number.doubleValue());
    } else if (type == Float.class) {
      generator.writeNumber(number.floatValue());
    } else if (type == BigDecimal.class) {
      generator.writeNumber((BigDecimal) number);
    } else if (type == BigInteger.class) {
      generator.writeNumber((BigInteger) number);
    } else {
      generator.writePOJO(number);
    }
  }
}
