package dev.whippet.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.EventFormatException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What reflection makes of the user's classes, and what it says of those that it cannot read.
class ReaderFactoryTest {
  private static final JsonBinding JSON = new JsonBinding();

  private static Object read(Type type, String json) {
    return JSON.reader(JavaType.of(type)).read(json.replace('\'', '"').getBytes(UTF_8));
  }

  private static String refusal(Class<? extends Exception> expected, Type type, String json) {
    String message = assertThrows(expected, () -> read(type, json)).getMessage();
    return message.replace(ReaderFactoryTest.class.getName() + "$", "");
  }

  interface Behaviour {}

  abstract static class Abstract {}

  record NeedsCalendar(Calendar calendar) {}

  record DeepInside(List<NeedsCalendar> list) {}

  record DecimalKeys(Map<Double, String> map) {}

  static class NoDefaultConstructor {
    NoDefaultConstructor(String name) {
      assertNull(name);
    }

    public void setName(String name) {
      assertNull(name);
    }
  }

  static final class BigBag extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    BigBag(int size) {
      super(size);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Behaviour            | cannot read JSON into Behaviour: it is abstract; declare a record or class in its place",
        "Abstract             | cannot read JSON into Abstract: it is abstract; declare a record or class in its place",
        "NeedsCalendar        | NeedsCalendar.calendar: cannot read JSON into java.util.Calendar: it is abstract; declare a record or class in its place",
        "DeepInside           | DeepInside.list: NeedsCalendar.calendar: cannot read JSON into java.util.Calendar: it is abstract",
        "DecimalKeys          | DecimalKeys.map: cannot read JSON into java.lang.Double: a map's keys may be String, Integer, Long, UUID or an enum, not this",
        "NoDefaultConstructor | cannot read JSON into NoDefaultConstructor: it needs a constructor without parameters, or to be a record",
        "BigBag               | cannot read JSON into BigBag: it needs a constructor without parameters",
      })
  void whatCannotBeReadIsNamedBeforeTheFirstEvent(String name, String expected) throws Exception {
    Class<?> type = Class.forName(ReaderFactoryTest.class.getName() + "$" + name);
    String refusal = refusal(IllegalArgumentException.class, type, "null");
    assertEquals(expected, refusal.substring(0, Math.min(expected.length(), refusal.length())));
  }

  @Test
  void aClassOfTheJdkWithoutAFormIsNamed() {
    assertEquals(
        "cannot read JSON into java.util.Locale: it is a class of the JDK that has no form in JSON",
        refusal(IllegalArgumentException.class, Locale.class, "null"));
  }

  /// A map and a list of the user's.
  static final class Tags extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  static final class Counts extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1L;
  }

  static final class Full extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Full() {
      throw new IllegalArgumentException("full");
    }
  }

  @Test
  void containersOfTheUsersAreMadeByTheirConstructors() {
    assertEquals(List.of("a"), assertInstanceOf(Tags.class, read(Tags.class, "['a']")));
    assertEquals(Map.of("a", 1), assertInstanceOf(Counts.class, read(Counts.class, "{'a':1}")));
    assertEquals(
        "Full cannot be made: java.lang.IllegalArgumentException: full",
        refusal(IllegalStateException.class, Full.class, "[]"));
    assertEquals(
        "the event: expected an object for Counts, got an array",
        refusal(EventFormatException.class, Counts.class, "[]"));
  }

  /// Names as the JavaBeans specification has them, and what looks like a setter but is none.
  static class Names {
    private final Map<String, Object> set = new HashMap<>();
    public static String shared = "s";
    public final String fixed = "f";
    public String plain;
    public int both;

    public void setURL(String url) {
      set.put("URL", url);
    }

    public void setX(int x) {
      set.put("x", x);
    }

    public void setBoth(int both) {
      set.put("both", both);
    }

    public static void setNone(String none) {
      shared = none;
    }

    public void set(String none) {
      throw new AssertionError(none);
    }

    public void setPair(String one, String other) {
      throw new AssertionError(one + other);
    }

    public void settle() {
      throw new AssertionError();
    }
  }

  @Test
  void theSettersAndPublicFieldsOfABeanAreItsProperties() {
    Names names =
        (Names)
            read(
                Names.class,
                "{'URL':'u','x':1,'both':2,'plain':'p','none':'n','':'e','pair':'r','fixed':'n','shared':'n','tle':1}");
    assertEquals(Map.of("URL", "u", "x", 1, "both", 2), names.set);
    assertEquals("p", names.plain);
    assertEquals(0, names.both);
    assertEquals("f", names.fixed);
    assertEquals("s", Names.shared);
    assertEquals(Map.of("URL", "v"), ((Names) read(Names.class, "{'url':'v'}")).set);
  }

  /// Properties whose names differ in case alone.
  static class Cases {
    public String id;
    public String ID;
  }

  @Test
  void aNameIsMatchedInItsCaseFirst() {
    Cases cases = (Cases) read(Cases.class, "{'id':'a','ID':'b'}");
    assertEquals("a", cases.id);
    assertEquals("b", cases.ID);
  }

  abstract static class Holder<T> {
    T content;

    public void setContent(T content) {
      this.content = content;
    }
  }

  static final class Numbers extends Holder<List<Long>> {
    @Override
    public void setContent(List<Long> content) {
      super.setContent(content.reversed());
    }
  }

  static final class Words extends Holder<List<String>> {}

  @Test
  void aSetterThatIsInheritedTakesWhatTheSubclassSays() {
    assertEquals(List.of("a"), ((Words) read(Words.class, "{'content':['a']}")).content);
    assertEquals(List.of(2L, 1L), ((Numbers) read(Numbers.class, "{'content':[1,2]}")).content);
    assertEquals(
        "the event at /content/0: expected a string for java.lang.String, got 1",
        refusal(EventFormatException.class, Words.class, "{'content':[1]}"));
  }

  /// Read by its method `parse`, which has its whims.
  static final class Moody {
    public static Moody parse(String text) {
      if (text.isEmpty()) {
        throw new AssertionError("empty");
      }
      return text.equals("none") ? null : new Moody();
    }
  }

  static class NotStatic {
    public NotStatic parse(String text) {
      throw new AssertionError(text);
    }
  }

  @Test
  void whatParseThrowsOrDoesNotGive() {
    assertInstanceOf(Moody.class, read(Moody.class, "'x'"));
    assertTrue(
        refusal(EventFormatException.class, Moody.class, "'none'")
            .contains("expected a string that its method 'parse' takes for Moody"));
    AssertionError error = assertThrows(AssertionError.class, () -> read(Moody.class, "''"));
    assertEquals("empty", error.getMessage());
    assertTrue(
        refusal(IllegalArgumentException.class, NotStatic.class, "''")
            .contains("it has neither setters nor public fields"));
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // as AWS's event classes have it
  void timesAndBytesOfAwsEventClasses() {
    assertEquals(new Date(1500), read(Date.class, "1.5"));
    assertEquals(new Date(0), read(Date.class, "'1970-01-01T01:00:00+01:00'"));
    assertEquals(
        "the event: expected a time in seconds or in ISO 8601 for java.util.Date, got true",
        refusal(EventFormatException.class, Date.class, "true"));
    assertEquals(ByteBuffer.wrap(new byte[] {1}), read(ByteBuffer.class, "'AQ=='"));
  }

  @Test
  void aStringIsQuotedUpToFortyCharacters() {
    assertEquals(
        "the event: expected a number for double, got the string '" + "x".repeat(40) + "...'",
        refusal(EventFormatException.class, double.class, "'" + "x".repeat(41) + "'"));
    assertEquals(
        "the event: expected a number for double, got the string '" + "x".repeat(40) + "'",
        refusal(EventFormatException.class, double.class, "'" + "x".repeat(40) + "'"));
  }
}
