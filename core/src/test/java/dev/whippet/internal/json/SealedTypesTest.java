package dev.whippet.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.Bind;
import dev.whippet.EventFormatException;
import dev.whippet.json.AnyWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sealed interfaces whose records a field tells apart, by reflection.
class SealedTypesTest {
  private static final JsonBinding JSON = new JsonBinding();

  @Bind(discriminator = "type")
  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Group(String name, List<Shape> shapes) implements Shape {}

  private static Object read(String json) {
    return JSON.reader(JavaType.of(Shape.class)).read(json.getBytes(UTF_8));
  }

  private static String write(Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.write(AnyWriter.INSTANCE, value, json);
    return json.toString(UTF_8);
  }

  @Test
  void theFieldComesFirstWhereverTheRecordIsWritten() {
    Group group = new Group("g", List.of(new Circle(1.5), new Group(null, List.of())));
    String json =
        "{\"type\":\"Group\",\"name\":\"g\",\"shapes\":[{\"type\":\"Circle\",\"radius\":1.5},{\"type\":\"Group\",\"shapes\":[]}]}";
    assertEquals(json, write(group));
    assertEquals(group, read(json));
    assertEquals("{\"type\":\"Circle\",\"radius\":2.0}", write(new Circle(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"radius\":2,\"type\":\"Circle\"}",
        "\ufeff {\"radius\":2,\"type\":\"Circle\",\"type\":\"Group\"}",
        "{\"deep\":{\"type\":[{}]},\"radius\":2,\"type\":\"Circle\"}",
      })
  void theFieldMayStandAnywhere(String json) {
    assertEquals(new Circle(2), read(json));
    assertEquals(
        new Group("g", List.of(new Circle(2))),
        read(
            "{\"name\":\"g\",\"shapes\":[%s],\"type\":\"Group\"}"
                .formatted(json.strip().replace("\ufeff", ""))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | the event: expected one of [Circle, Group] in 'type' for SHAPE, got none",
        "{\"type\":\"circle\"} | the event: expected one of [Circle, Group] in 'type' for SHAPE, got the string 'circle'",
        "{\"type\":[]} | the event: expected one of [Circle, Group] in 'type' for SHAPE, got an array",
        "7 | the event: expected an object for SHAPE, got 7",
        "{\"shapes\":[null,{\"a\":1}],\"type\":\"Group\"} | the event at /shapes/1: expected one of [Circle, Group] in 'type' for SHAPE, got none",
        "{\"type\":\"Group\",\"shapes\":[{\"radius\":[],\"type\":\"Circle\"}]} | the event at /shapes/0/radius: expected a number for double, got an array",
        "{\"type\":\"Group\",\"shapes\":[{\"radius\":x}]} | the event is not JSON, or above a limit: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') (at byte 36)",
      })
  void whatIsRefusedIsNamed(String json, String message) {
    Exception e = assertThrows(EventFormatException.class, () -> read(json));
    assertEquals(message.replace("SHAPE", Shape.class.getName()), e.getMessage());
  }

  @Bind(discriminator = "type")
  sealed interface Mixed {}

  enum Constant implements Mixed {
    ONE
  }

  @Bind(discriminator = "type")
  sealed interface Clashing {}

  record Clash(String type) implements Clashing {}

  @Bind(discriminator = "type")
  sealed interface Generic {}

  record Box<T>(T content) implements Generic {}

  @Bind(discriminator = "type")
  sealed interface Twice permits One.Same, Two.Same {}

  static final class One {
    record Same() implements Twice {}
  }

  static final class Two {
    record Same() implements Twice {}
  }

  sealed interface Undeclared {}

  record Only() implements Undeclared {}

  @ParameterizedTest
  @CsvSource({
    "Mixed, 'type' cannot tell P$Constant apart",
    "Clashing, 'type' cannot tell P$Clash apart",
    "Generic, 'type' cannot tell P$Box apart",
    "Twice, 'type' cannot tell P$Two$Same apart",
    "Undeclared, it is abstract",
  })
  void whatCannotBeToldApart(String name, String message) throws Exception {
    String outer = SealedTypesTest.class.getName();
    JavaType type = JavaType.of(Class.forName(outer + "$" + name));
    Exception e = assertThrows(IllegalArgumentException.class, () -> JSON.reader(type));
    String start = "cannot read JSON into " + outer + "$" + name + ": " + message;
    assertTrue(e.getMessage().startsWith(start.replace("P$", outer + "$")), e::getMessage);
  }
}
