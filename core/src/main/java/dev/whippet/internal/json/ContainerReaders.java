package dev.whippet.internal.json;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Readers of arrays, and of objects whose names are data.
final class ContainerReaders {
  private ContainerReaders() {}

  /// A collection from a JSON array.
  static final class CollectionReader extends StrictReader {
    private final Supplier<Collection<Object>> constructor;
    private final ValueReader element;

    CollectionReader(JavaType type, Supplier<Collection<Object>> constructor, ValueReader element) {
      super(type);
      this.constructor = constructor;
      this.element = element;
    }

    @Override
    Collection<Object> readValue(JSONReader reader, JsonParser parser) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw mismatch(parser, "an array");
      }
      Collection<Object> collection = constructor.get();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        collection.add(element.read(reader, parser));
      }
      return collection;
    }
  }

  /// A Java array from a JSON array.
  static final class ArrayReader extends StrictReader {
    private final CollectionReader elements;

    ArrayReader(JavaType type, ValueReader element) {
      super(type);
      this.elements = new CollectionReader(type, ArrayList::new, element);
    }

    @Override
    Object readValue(JSONReader reader, JsonParser parser) {
      Collection<Object> values = elements.readValue(reader, parser);
      Object array = Array.newInstance(type().raw().componentType(), values.size());
      int index = 0;
      for (Object value : values) {
        Array.set(array, index++, value);
      }
      return array;
    }
  }

  /// A map from a JSON object.
  static final class MapReader extends StrictReader {
    private final Supplier<Map<Object, Object>> constructor;
    private final Function<String, Object> key;
    private final ValueReader value;

    MapReader(
        JavaType type,
        Supplier<Map<Object, Object>> constructor,
        Function<String, Object> key,
        ValueReader value) {
      super(type);
      this.constructor = constructor;
      this.key = key;
      this.value = value;
    }

    @Override
    Object readValue(JSONReader reader, JsonParser parser) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw mismatch(parser, "an object");
      }
      Map<Object, Object> map = constructor.get();
      for (String name; (name = parser.nextName()) != null; ) {
        Object mapKey = key(parser, name);
        parser.nextToken();
        map.put(mapKey, value.read(reader, parser));
      }
      return map;
    }

    private Object key(JsonParser parser, String name) {
      try {
        return key.apply(name);
      } catch (IllegalArgumentException e) {
        throw mismatch(parser, "a name that is a " + type().argument(0), e);
      }
    }
  }

  /// An [Optional], empty for JSON `null`.
  static final class OptionalReader extends StrictReader {
    private final ValueReader value;

    OptionalReader(JavaType type, ValueReader value) {
      super(type);
      this.value = value;
    }

    @Override
    Object absent() {
      return Optional.empty();
    }

    @Override
    Object readValue(JSONReader reader, JsonParser parser) {
      return Optional.ofNullable(value.read(reader, parser));
    }
  }
}
