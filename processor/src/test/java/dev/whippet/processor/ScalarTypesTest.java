package dev.whippet.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.whippet.internal.json.JavaType;
import dev.whippet.internal.json.JsonBinding;
import dev.whippet.json.ScalarReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The processor's table of scalars is core's.
class ScalarTypesTest {
  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "boolean", boolean.class,
          "byte", byte.class,
          "short", short.class,
          "int", int.class,
          "long", long.class,
          "float", float.class,
          "double", double.class,
          "char", char.class,
          "byte[]", byte[].class);

  @Test
  void coreReadsEachAndItsSample() throws ClassNotFoundException {
    JsonBinding json = new JsonBinding();
    for (Map.Entry<String, String> entry : ScalarTypes.SAMPLES.entrySet()) {
      Class<?> primitive = PRIMITIVES.get(entry.getKey());
      Class<?> type = primitive != null ? primitive : Class.forName(entry.getKey());
      assertEquals(type, ScalarReader.of(type).valueType());
      byte[] sample = entry.getValue().getBytes(StandardCharsets.UTF_8);
      assertNotNull(json.reader(JavaType.of(type)).read(sample), entry::getKey);
    }
  }
}
