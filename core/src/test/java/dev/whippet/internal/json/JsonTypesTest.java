package dev.whippet.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.EventFormatException;
import dev.whippet.json.AnyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every type of Java that has a form in JSON, there and back.
class JsonTypesTest {
  private static final JsonBinding JSON = new JsonBinding();

  private static Object read(Type type, String json) {
    return JSON.reader(JavaType.of(type)).read(json.getBytes(UTF_8));
  }

  private static String write(Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.write(AnyWriter.INSTANCE, value, json);
    return json.toString(UTF_8);
  }

  record Scalars(
      byte b,
      Byte bb,
      short s,
      Short ss,
      int i,
      Integer ii,
      long l,
      Long ll,
      float f,
      Float ff,
      double d,
      Double dd,
      boolean z,
      Boolean zz,
      char c,
      Character cc,
      CharSequence text,
      Number number,
      BigInteger big,
      BigDecimal decimal) {}

  @Test
  void scalarsThatAreMissingAreZeroOrNull() {
    Scalars none = (Scalars) read(Scalars.class, "{}");
    assertEquals(
        new Scalars(
            (byte) 0, null, (short) 0, null, 0, null, 0, null, 0f, null, 0.0, null, false, null,
            '\0', null, null, null, null, null),
        none);
    assertEquals(none, read(Scalars.class, "{\"b\":null,\"i\":null,\"z\":null,\"c\":null}"));
  }

  @Test
  void scalarsThereAndBack() {
    Scalars some =
        new Scalars(
            (byte) -128,
            (byte) 127,
            (short) -32768,
            (short) 32767,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            0.5f,
            -1.5f,
            1e300,
            -2.25,
            true,
            true,
            '\u20ac',
            'x',
            "text",
            new BigDecimal("7"),
            BigInteger.TEN.pow(30),
            new BigDecimal("1.10"));
    assertEquals(some, read(Scalars.class, write(some)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b | 128 | an integer from -128 to 127",
        "s | -32769 | an integer from -32768 to 32767",
        "i | 2147483648 | an integer from",
        "l | 9223372036854775808 | an integer from",
        "f | \"1\" | a number",
        "d | true | a number",
        "z | 0 | true or false",
        "c | \"xy\" | a string of one character",
        "c | 7 | a string of one character",
        "text | 1 | a string",
        "big | 1.5 | an integer",
        "decimal | \"1\" | a number",
        "number | [] | a number",
        "zz | \"true\" | true or false"
      })
  void aScalarOfAnotherKindIsRefused(String name, String value, String expected) {
    String message =
        assertThrows(
                EventFormatException.class,
                () -> read(Scalars.class, "{\"" + name + "\":" + value + "}"))
            .getMessage();
    assertTrue(message.startsWith("the event at /" + name + ": expected " + expected), message);
  }

  record Written(
      Instant instant,
      LocalDate date,
      LocalDateTime local,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      LocalTime time,
      Duration duration,
      Period period,
      Year year,
      YearMonth month,
      ZoneId zone,
      UUID uuid,
      URI uri) {}

  @Test
  void whatIsWrittenAsAString() {
    Written written =
        new Written(
            Instant.parse("2026-01-31T12:00:00Z"),
            LocalDate.of(2026, 1, 31),
            LocalDateTime.of(2026, 1, 31, 12, 0, 1),
            OffsetDateTime.parse("2026-01-31T12:00:00+01:00"),
            ZonedDateTime.parse("2026-01-31T12:00:00+01:00[Europe/Berlin]"),
            LocalTime.of(12, 30),
            Duration.ofSeconds(90),
            Period.of(1, 2, 3),
            Year.of(2026),
            YearMonth.of(2026, 1),
            ZoneId.of("Europe/Berlin"),
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
            URI.create("https://example.org/a?b=c"));
    String json = write(written);
    assertEquals(written, read(Written.class, json));
    assertTrue(json.contains("\"duration\":\"PT1M30S\",\"period\":\"P1Y2M3D\""), json);
    assertTrue(
        json.startsWith("{\"instant\":\"2026-01-31T12:00:00Z\",\"date\":\"2026-01-31\""), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "instant",
        "date",
        "local",
        "offset",
        "zoned",
        "time",
        "duration",
        "period",
        "year",
        "month",
        "zone",
        "uuid",
        "uri"
      })
  void whatCannotBeParsedIsRefused(String name) {
    for (String value : new String[] {"\"no such <thing>\"", "17", "[]"}) {
      String message =
          assertThrows(
                  EventFormatException.class,
                  () -> read(Written.class, "{\"" + name + "\":" + value + "}"))
              .getMessage();
      assertTrue(message.startsWith("the event at /" + name + ": expected a"), message);
    }
  }

  enum Size {
    SMALL,
    LARGE
  }

  @SuppressWarnings("ArrayRecordComponent") // events may be read into arrays
  record Containers(
      Collection<Integer> collection,
      Set<String> set,
      SortedSet<String> sorted,
      Deque<String> deque,
      LinkedList<String> linked,
      Map<Integer, String> byInt,
      Map<Long, String> byLong,
      Map<UUID, String> byUuid,
      Map<Size, Optional<Integer>> bySize,
      SortedMap<String, String> sortedMap,
      ConcurrentHashMap<String, String> concurrent,
      int[] ints,
      String[][] strings,
      byte[] bytes) {}

  @Test
  void containersOfEveryKind() {
    Containers containers =
        (Containers)
            read(
                Containers.class,
                """
                {"collection":[2,1],"set":["b","a"],"sorted":["b","a"],"deque":["x"],
                 "linked":["y"],"byInt":{"-1":"a"},"byLong":{"9999999999":"b"},
                 "byUuid":{"123e4567-e89b-12d3-a456-426614174000":"c"},"bySize":{"LARGE":3},
                 "sortedMap":{"b":"2","a":"1"},"concurrent":{"k":"v"},"ints":[1,2],
                 "strings":[["a"],[],null],"bytes":"AP8="}
                """);
    assertEquals(List.of(2, 1), containers.collection);
    assertEquals(List.of("b", "a"), List.copyOf(containers.set));
    assertInstanceOf(TreeSet.class, containers.sorted);
    assertEquals("x", assertInstanceOf(ArrayDeque.class, containers.deque).getFirst());
    assertEquals(List.of("y"), containers.linked);
    assertEquals(Map.of(-1, "a"), containers.byInt);
    assertEquals(Map.of(9999999999L, "b"), containers.byLong);
    assertEquals("c", containers.byUuid.values().iterator().next());
    assertEquals(Map.of(Size.LARGE, Optional.of(3)), containers.bySize);
    assertEquals("a", assertInstanceOf(TreeMap.class, containers.sortedMap).firstKey());
    assertEquals(Map.of("k", "v"), containers.concurrent);
    assertArrayEquals(new int[] {1, 2}, containers.ints);
    assertEquals("a", containers.strings[0][0]);
    assertEquals(0, containers.strings[1].length);
    assertNull(containers.strings[2]);
    assertArrayEquals(new byte[] {0, -1}, containers.bytes);
    Containers again = (Containers) read(Containers.class, write(containers));
    assertEquals(containers.bySize, again.bySize);
    assertEquals(containers.byLong, again.byLong);
    assertArrayEquals(containers.bytes, again.bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"byInt\":{\"x\":\"\"}} | the event at /byInt/x: expected a name that is a java.lang.Integer",
        "{\"bySize\":{\"HUGE\":1}} | a name that is a dev.whippet.internal.json.JsonTypesTest$Size",
        "{\"byUuid\":{\"x\":\"\"}} | a name that is a java.util.UUID",
        "{\"ints\":{}} | the event at /ints: expected an array for int[], got an object",
        "{\"ints\":[1,\"x\"]} | the event at /ints/1: expected an integer",
        "{\"bytes\":\"*\"} | the event at /bytes: expected a string in Base64",
        "{\"strings\":[[1]]} | the event at /strings/0/0: expected a string"
      })
  void whatDoesNotFitIsRefusedWithItsPlace(String json, String message) {
    String found =
        assertThrows(EventFormatException.class, () -> read(Containers.class, json)).getMessage();
    assertTrue(found.contains(message), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"HUGE\"", "1", "\"small\""})
  void anEnumSaysItsConstants(String json) {
    String message =
        assertThrows(EventFormatException.class, () -> read(Size.class, json)).getMessage();
    assertTrue(message.contains("expected one of [SMALL, LARGE] for "), message);
  }

  record Node(String name, Node next, List<Node> children) {}

  @Test
  void aTypeMayContainItself() {
    Node node = new Node("a", new Node("b", null, null), List.of(new Node("c", null, List.of())));
    assertEquals(node, read(Node.class, write(node)));
  }

  /// A bean whose setter takes less than its field.
  public static class Bean {
    private String name = "default";
    public int count = 5;

    public void setName(String name) throws IOException {
      if (name.isEmpty()) {
        throw new IOException("no name");
      }
      this.name = name;
    }

    public String getName() {
      return name;
    }

    public void setError(String error) {
      throw new AssertionError(error);
    }
  }

  @Test
  void aBeanKeepsItsDefaultsForWhatIsMissing() {
    Bean bean = (Bean) read(Bean.class, "{\"other\":1}");
    assertEquals("default", bean.name);
    assertEquals(5, bean.count);
    assertEquals(6, ((Bean) read(Bean.class, "{\"count\":6}")).count);
  }

  @Test
  void aSetterThatRefusesIsABadEventAndAnErrorIsAnError() {
    String message =
        assertThrows(EventFormatException.class, () -> read(Bean.class, "{\"name\":\"\"}"))
            .getMessage();
    assertTrue(message.contains("refuses its values: java.io.IOException: no name"), message);
    assertThrows(AssertionError.class, () -> read(Bean.class, "{\"error\":\"x\"}"));
  }

  /// As the values of libraries other than the JDK are.
  public static final class Version {
    private final int major;

    private Version(int major) {
      this.major = major;
    }

    public static Version parse(String text) {
      return new Version(Integer.parseInt(text));
    }
  }

  @Test
  void aClassWithoutPropertiesThatParsesIsReadFromAString() {
    assertEquals(25, assertInstanceOf(Version.class, read(Version.class, "\"25\"")).major);
    assertNull(read(Version.class, "null"));
    String notParsed =
        assertThrows(EventFormatException.class, () -> read(Version.class, "\"x\"")).getMessage();
    assertTrue(notParsed.contains("a string that its method 'parse' takes"), notParsed);
    String number =
        assertThrows(EventFormatException.class, () -> read(Version.class, "25")).getMessage();
    assertTrue(number.contains("expected a string that its method"), number);
  }

  public static final class Closed {
    public String getName() {
      return "none";
    }
  }

  public static final class ParsesOthers {
    public static String parse(String text) {
      return text;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Closed.class, ParsesOthers.class})
  void aClassThatNothingCanBeReadIntoIsRefused(Class<?> type) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> JSON.reader(JavaType.of(type)))
            .getMessage();
    assertTrue(message.contains("neither setters nor public fields; declare a record"), message);
  }

  @Test
  void mapsKeepWhatIsNull() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("none", null);
    map.put(Size.LARGE, Optional.empty());
    map.put(7, 1);
    assertEquals("{\"none\":null,\"LARGE\":null,\"7\":1}", write(map));
  }

  @Test
  void whateverIsThereIsReadAsWhatItIs() {
    assertEquals(
        List.of(Map.of("a", List.of()), "s", true, false, 1, 3000000000L, 0.5),
        read(Object.class, "[{\"a\":[]},\"s\",true,false,1,3000000000,0.5]"));
    assertEquals(List.of("z", "a"), List.copyOf(asMap("{\"z\":1,\"a\":null}").keySet()));
    assertNull(asMap("{\"z\":1,\"a\":null}").get("a"));
  }

  private static Map<?, ?> asMap(String json) {
    return assertInstanceOf(Map.class, read(Object.class, json));
  }
}
