package dev.whippet.internal.json;

import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ReaderWriterProvider;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writers for what Jackson-jr does not know, or writes otherwise than it is read here.
final class Writers extends ReaderWriterProvider {
  @Override
  public ValueWriter findValueWriter(JSONWriter context, Class<?> type) {
    if (Enum.class.isAssignableFrom(type)) { // by name, whatever its toString
      return writer(type, (generator, value) -> generator.writeString(((Enum<?>) value).name()));
    } else if (TemporalAccessor.class.isAssignableFrom(type)
        || TemporalAmount.class.isAssignableFrom(type)
        || ZoneId.class.isAssignableFrom(type)) { // ISO 8601 is what their toString gives
      return writer(type, (generator, value) -> generator.writeString(value.toString()));
    } else if (type == Optional.class) {
      return new OptionalWriter();
    } else if (Map.class.isAssignableFrom(type)) {
      return new MapWriter();
    }
    return null;
  }

  private static ValueWriter writer(Class<?> type, BiConsumer<JsonGenerator, Object> write) {
    return new ValueWriter() {
      @Override
      public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
        write.accept(generator, value);
      }

      @Override
      public Class<?> valueType() {
        return type;
      }
    };
  }

  private static final class OptionalWriter implements ValueWriter {
    @Override
    public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
      context.writeValue(((Optional<?>) value).orElse(null));
    }

    @Override
    public Class<?> valueType() {
      return Optional.class;
    }
  }

  /// Names that are enum constants are written as they are read: by name, whatever their toString.
  private static final class MapWriter implements ValueWriter {
    @Override
    public void writeValue(JSONWriter context, JsonGenerator generator, Object value) {
      generator.writeStartObject();
      ((Map<?, ?>) value)
          .forEach((key, element) -> {
            generator.writeName(key instanceof Enum<?> constant ? constant.name() : key.toString());
            context.writeValue(element); // null too: what a map holds is data
          });
      generator.writeEndObject();
    }

    @Override
    public Class<?> valueType() {
      return Map.class;
    }
  }
}
