package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An event that does not fit: said with place, expectation and finding, and never handled.
class EventErrorsTest {
  record Line(String product, int count) {
    Line {
      if (count < 0) {
        throw new IllegalArgumentException("count " + count + " is negative");
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // events may be read into arrays
  record Order(List<Line> lines, Map<String, Line> named, long[] totals) {}

  static final class Recording implements Handler<Order, String> {
    private final AtomicBoolean called = new AtomicBoolean();

    @Override
    public String handle(Order order, Context context) {
      called.set(true);
      return "handled";
    }
  }

  private static RecordedRequest refused(String payload) {
    Recording handler = new Recording();
    try (CapturedErr log = new CapturedErr()) {
      RecordedRequest reply = FunctionRun.invoke(handler, payload);
      assertEquals("/2018-06-01/runtime/invocation/only/error", reply.path(), reply::text);
      assertFalse(handler.called.get());
      assertEquals("Runtime.MarshalError", reply.header("Lambda-Runtime-Function-Error-Type"));
      assertTrue(
          reply.text().contains("\"errorType\":\"dev.whippet.EventFormatException\""), reply::text);
      assertTrue(log.text().contains("RequestId: only "), log::text);
      return reply;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"lines\":[",
        "{\"lines\":[{\"product\":\"x",
        "nul",
        "{\"lines\":[],}",
        "{'lines':[]}",
        "{\"lines\":NaN}",
        "{\"lines\":01}",
        "\u00fc",
        "{\"lines\" []}",
        "{\"unknown\":\"\\x\"}",
        "{\"unknown\":tru}",
        "]",
        "{\"lines\":[{\"count\":1e}]}"
      })
  void whatIsNoJsonSaysWhere(String payload) {
    String text = refused(payload).text();
    assertTrue(text.contains("the event is "), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}]", "null 1", "{}x"})
  void whatFollowsTheValueIsRefused(String payload) {
    String text = refused(payload).text();
    assertTrue(text.contains("the event "), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | the event: expected an object for dev.whippet.EventErrorsTest$Order, got an array",
        "7 | the event: expected an object for dev.whippet.EventErrorsTest$Order, got 7",
        "{\"lines\":{}} | the event at /lines: expected an array for java.util.List<dev.whippet.EventErrorsTest$Line>, got an object",
        "{\"lines\":[{},{\"count\":\"2\"}]} | the event at /lines/1/count: expected an integer from -2147483648 to 2147483647 for int, got the string '2'",
        "{\"lines\":[{\"count\":1.5}]} | the event at /lines/0/count: expected an integer",
        "{\"lines\":[{\"count\":2147483648}]} | the event at /lines/0/count: expected an integer",
        "{\"lines\":[{\"count\":1e40}]} | the event at /lines/0/count: expected an integer",
        "{\"lines\":[{\"count\":true}]} | for int, got true",
        "{\"lines\":[{\"product\":5}]} | the event at /lines/0/product: expected a string for java.lang.String, got 5",
        "{\"lines\":[{\"product\":[]}]} | for java.lang.String, got an array",
        "{\"lines\":[{\"count\":-1}]} | the event at /lines/0: dev.whippet.EventErrorsTest$Line refuses its values: java.lang.IllegalArgumentException: count -1 is negative",
        "{\"named\":[]} | the event at /named: expected an object for java.util.Map<java.lang.String, dev.whippet.EventErrorsTest$Line>, got an array",
        "{\"named\":{\"a/b\":{\"count\":[]}}} | the event at /named/a~1b/count: expected an integer",
        "{\"totals\":\"x\"} | the event at /totals: expected an array for long[], got the string 'x'",
        "{\"totals\":[1,9223372036854775808]} | the event at /totals/1: expected an integer",
        "{\"totals\":[9223372036854775808.0]} | the event at /totals/0: expected an integer",
      })
  void aWrongTypeNamesPlaceTypeAndFinding(String payload, String message) {
    String text = refused(payload).text();
    assertTrue(text.contains(message), text);
  }

  @Test
  void longFindingsAreCut() {
    String text = refused("{\"lines\":\"" + "x".repeat(10_000) + "\"}").text();
    assertTrue(text.contains("'" + "x".repeat(40) + "...'"), text);
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 5_000, 200_000})
  void deepNestingIsRefused(int depth) {
    String nested = "[".repeat(depth) + "]".repeat(depth);
    String text = refused("{\"lines\":[],\"unknown\":" + nested + "}").text();
    assertTrue(text.contains("the event is "), text);
  }

  @Test
  void aNumberOfManyDigitsIsRefused() {
    String text = refused("{\"totals\":[" + "9".repeat(5_000) + "]}").text();
    assertTrue(text.contains("the event "), text);
  }

  @Test
  void aNumberThatIsWholeIsAnInteger() {
    String event = "{\"lines\":[{\"count\":3.0},{\"count\":1e3}],\"totals\":[9007199254740993.0]}";
    assertEquals(
        "[3,1000,9007199254740993]",
        FunctionRun.invoke(
                new Handler<Order, List<Long>>() {
                  @Override
                  public List<Long> handle(Order order, Context context) {
                    return List.of(
                        (long) order.lines().get(0).count(),
                        (long) order.lines().get(1).count(),
                        order.totals()[0]);
                  }
                },
                event)
            .text());
  }
}
