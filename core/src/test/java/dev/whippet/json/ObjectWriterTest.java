package dev.whippet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whippet.internal.json.JsonBinding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// Writers of a sealed type's classes, as `whippet-processor` would write them.
class ObjectWriterTest {
  private static final JsonBinding JSON = new JsonBinding();

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  static non-sealed class Square implements Shape {
    int side() throws IOException {
      return 2;
    }
  }

  static final class Special extends Square {
    public int getExtra() {
      return 1;
    }
  }

  static final class Unmeasured extends Square {
    @Override
    int side() throws IOException {
      throw new IOException("no side");
    }
  }

  record Other(String text) implements Shape {}

  private static final class CircleWriter extends ObjectWriter {
    CircleWriter() {
      super(Circle.class);
    }

    @Override
    protected void writeProperties(JSONWriter context, JsonGenerator generator, Object value) {
      if (((Circle) value).radius < 0) {
        throw new ArithmeticException("negative");
      }
      generator.writeStringProperty("written", "by the circle's");
    }
  }

  private static final class SquareWriter extends ObjectWriter {
    SquareWriter(Class<? extends Square> type) {
      super(type);
    }

    @Override
    protected void writeProperties(JSONWriter context, JsonGenerator generator, Object value)
        throws IOException {
      generator.writeNumberProperty("side", ((Square) value).side());
    }
  }

  private static final ObjectWriter CIRCLE = new CircleWriter();
  private static final ObjectWriter SQUARE = new SquareWriter(Square.class);
  private static final ValueWriter SHAPE = new SealedWriter(CIRCLE, SQUARE);

  private static String write(ValueWriter writer, Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.write(writer, value, json);
    return json.toString(UTF_8);
  }

  @Test
  void whatIsOfTheClassIsWrittenByItsWriter() {
    assertEquals("{\"written\":\"by the circle's\"}", write(CIRCLE, new Circle(1)));
    assertEquals("{\"side\":2}", write(SQUARE, new Square()));
    assertEquals("null", write(SQUARE, null));
  }

  @Test
  void whatIsOfASubclassIsWrittenByThat() {
    assertEquals("{\"extra\":1}", write(SQUARE, new Special()));
    assertEquals("{\"extra\":1}", write(SHAPE, new Special()));
  }

  @Test
  void aSealedTypeIsWrittenByTheClassOfTheValue() {
    assertEquals("{\"written\":\"by the circle's\"}", write(SHAPE, new Circle(1)));
    assertEquals("{\"side\":2}", write(SHAPE, new Square()));
    assertEquals("{\"text\":\"t\"}", write(SHAPE, new Other("t")));
    assertEquals("null", write(SHAPE, null));
  }

  @Test
  void containersAreWrittenWithTheWriterOfTheirElements() {
    ValueWriter shapes = new AnyWriter(SHAPE);
    List<Shape> list = Arrays.asList(new Square(), null);
    assertEquals("[{\"side\":2},null]", write(shapes, list));
    assertEquals("[{\"side\":2},null]", write(shapes, list.toArray(Shape[]::new)));
    assertEquals("{\"side\":2}", write(shapes, Optional.of(new Square())));
    assertEquals("null", write(shapes, Optional.empty()));
    assertEquals("null", write(shapes, null));
    assertEquals("{\"a\":null}", write(shapes, Collections.singletonMap("a", null)));
    assertEquals(
        "{\"a\":[{\"side\":2}]}", write(new AnyWriter(shapes), Map.of("a", List.of(new Square()))));
  }

  @Test
  void whatAGetterThrowsIsThrownAndNamedIfItIsChecked() {
    Exception unchecked =
        assertThrows(ArithmeticException.class, () -> write(CIRCLE, new Circle(-1)));
    assertEquals("negative", unchecked.getMessage());
    ObjectWriter failing = new SquareWriter(Unmeasured.class);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> write(failing, new Unmeasured()));
    assertEquals(
        "the result, "
            + Unmeasured.class.getName()
            + ", cannot be written as JSON: java.io.IOException: no side",
        e.getMessage());
    assertSame(IOException.class, assertInstanceOf(IOException.class, e.getCause()).getClass());
  }
}
