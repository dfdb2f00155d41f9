package dev.whippet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.whippet.internal.json.JsonBinding;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A value is written by its class, at the top, in a list and in a record alike.
class AnyWriterTest {
  private static final JsonBinding JSON = new JsonBinding();

  record Holder(Object value) {}

  enum Size {
    LARGE {
      @Override
      public String toString() {
        return "very large";
      }
    }
  }

  /// A number that is none of the JDK's.
  static final class Money extends Number {
    private static final long serialVersionUID = 1L;

    public String getCurrency() {
      return "EUR";
    }

    @Override
    public int intValue() {
      return 1;
    }

    @Override
    public long longValue() {
      return 1;
    }

    @Override
    public float floatValue() {
      return 1;
    }

    @Override
    public double doubleValue() {
      return 1;
    }
  }

  @SuppressWarnings("JavaUtilDate") // as AWS's event classes have it
  static Stream<Arguments> values() {
    return Stream.of(
        arguments("text", "\"text\""),
        arguments(true, "true"),
        arguments((byte) 1, "1"),
        arguments((short) 2, "2"),
        arguments(3, "3"),
        arguments(Long.MIN_VALUE, "-9223372036854775808"),
        arguments(0.5f, "0.5"),
        arguments(0.1, "0.1"),
        arguments(new BigDecimal("1.10"), "1.10"),
        arguments(BigInteger.TEN.pow(20), "100000000000000000000"),
        arguments(new Money(), "{\"currency\":\"EUR\"}"),
        arguments('c', "\"c\""),
        arguments(Size.LARGE, "\"LARGE\""),
        arguments(Instant.EPOCH, "\"1970-01-01T00:00:00Z\""),
        arguments(Duration.ofMinutes(1), "\"PT1M\""),
        arguments(ZoneId.of("Europe/Berlin"), "\"Europe/Berlin\""),
        arguments(new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
        arguments(URI.create("https://example.org"), "\"https://example.org\""),
        arguments(new Date(1), "\"1970-01-01T00:00:00.001Z\""),
        arguments(Optional.of(Size.LARGE), "\"LARGE\""),
        arguments(Map.of(Size.LARGE, Optional.of(1)), "{\"LARGE\":1}"),
        arguments(List.of(Optional.of(1)), "[1]"),
        arguments(new Object[] {1, "a"}, "[1,\"a\"]"),
        arguments(new byte[] {0, -1}, "\"AP8=\""),
        arguments(new char[] {'a', 'b'}, "\"ab\""),
        arguments(new boolean[] {true}, "[true]"),
        arguments(new short[] {1}, "[1]"),
        arguments(new int[] {1, -1}, "[1,-1]"),
        arguments(new long[] {1}, "[1]"),
        arguments(new float[] {0.5f}, "[0.5]"),
        arguments(new double[] {}, "[]"),
        arguments(new Holder("x"), "{\"value\":\"x\"}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsWrittenByItsClass(Object value, String json) {
    assertEquals(json, write(value));
    assertEquals("[" + json + "]", write(List.of(value)));
    assertEquals("{\"value\":" + json + "}", write(new Holder(value)));
    assertEquals("{\"value\":[" + json + "]}", write(new Holder(List.of(value))));
  }

  @Test
  void nullIsLeftOutOfARecordAndStaysInAList() {
    assertEquals("null", write(null));
    assertEquals("{}", write(new Holder(null)));
    assertEquals("[null]", write(Collections.singletonList(null)));
  }

  @Test
  void theKeyNullIsRefused() {
    Map<String, Integer> map = Collections.singletonMap(null, 1);
    Exception e = assertThrows(NullPointerException.class, () -> write(map));
    assertEquals("a map's key is null: JSON has no such", e.getMessage());
  }

  private static String write(Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.write(AnyWriter.INSTANCE, value, json);
    return json.toString(UTF_8);
  }
}
