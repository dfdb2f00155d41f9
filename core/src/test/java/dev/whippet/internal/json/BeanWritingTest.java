package dev.whippet.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.json.AnyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Records and beans, written by reflection.
class BeanWritingTest {
  private static final JsonBinding JSON = new JsonBinding();

  record Declared(String z, int a, Optional<LocalDate> day, Size size, Map<Size, Date> dates) {}

  enum Size {
    SMALL {
      @Override
      public String toString() {
        return "tiny";
      }
    }
  }

  static class Failing {
    private final Throwable thrown;

    Failing(Throwable thrown) {
      this.thrown = thrown;
    }

    public String getText() throws Throwable {
      throw thrown;
    }
  }

  private static String write(Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.write(AnyWriter.INSTANCE, value, json);
    return json.toString(UTF_8);
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // as AWS's event classes have it
  void aRecordIsWrittenInTheOrderOfItsComponentsAsItIsRead() {
    Declared declared =
        new Declared(
            "z", 1, Optional.of(LocalDate.EPOCH), Size.SMALL, Map.of(Size.SMALL, new Date(0)));
    String json =
        "{\"z\":\"z\",\"a\":1,\"day\":\"1970-01-01\",\"size\":\"SMALL\",\"dates\":{\"SMALL\":\"1970-01-01T00:00:00Z\"}}";
    assertEquals(json, write(declared));
    assertEquals("[" + json + "," + json + "]", write(List.of(declared, declared)));
  }

  @Test
  void whatAGetterThrowsIsThrownAsItIs() {
    for (Throwable thrown : List.of(new IllegalStateException(), new OutOfMemoryError())) {
      assertSame(thrown, assertThrows(Throwable.class, () -> write(new Failing(thrown))));
    }
  }

  @Test
  void whatIsCheckedIsNamedWithTheResult() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> write(new Failing(new IOException("no disk"))));
    assertEquals(
        "the result, "
            + Failing.class.getName()
            + ", cannot be written as JSON: java.io.IOException: no disk",
        e.getMessage());
    assertInstanceOf(IOException.class, e.getCause());
  }

  @Test
  void aResultThatContainsItselfIsNamed() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Exception e = assertThrows(IllegalArgumentException.class, () -> write(list));
    assertTrue(
        e.getMessage().startsWith("the result, java.util.ArrayList, cannot be written as JSON: "),
        e::getMessage);
  }

  @Test
  void theTargetIsWrittenToOnceAndNotClosed() {
    List<String> calls = new ArrayList<>();
    OutputStream target =
        new OutputStream() {
          @Override
          public void write(int b) {
            calls.add("byte");
          }

          @Override
          public void close() {
            calls.add("close");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            calls.add(new String(bytes, offset, length, UTF_8));
          }
        };
    JSON.write(AnyWriter.INSTANCE, List.of(new Small(1), new Small(2)), target);
    assertEquals(List.of("[{\"i\":1},{\"i\":2}]"), calls);
  }

  record Small(int i) {}
}
