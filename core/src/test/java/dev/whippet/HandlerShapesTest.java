package dev.whippet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Every form in which a handler may take its event and give its result.
class HandlerShapesTest {
  record Order(String id, int count, Optional<String> note) {}

  @SuppressWarnings("ArrayRecordComponent") // events may be read into arrays
  record Page<T>(List<T> items, Map<String, T> byName, T[] array) {}

  enum Size {
    SMALL,
    LARGE {
      @Override
      public String toString() {
        return "very large";
      }
    }
  }

  /// A bean with a setter, a public field and what is neither.
  public static final class Customer {
    public String email;
    public static String shared = "untouched";
    private String name;
    private Set<Size> sizes;
    private boolean flag;

    public void setName(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    public void setSizes(Set<Size> sizes) {
      this.sizes = sizes;
    }

    public Set<Size> getSizes() {
      return sizes;
    }

    public void setURL(boolean url) {
      this.flag = url;
    }

    public boolean isURL() {
      return flag;
    }
  }

  private static String result(Handler<?, ?> handler, String payload) {
    RecordedRequest reply = FunctionRun.invoke(handler, payload);
    assertEquals("/2018-06-01/runtime/invocation/only/response", reply.path(), reply::text);
    assertEquals("application/json", reply.header("Content-Type"));
    return reply.text();
  }

  static final class RecordHandler implements Handler<Order, Order> {
    @Override
    public Order handle(Order order, Context context) {
      return new Order(order.id + "!", order.count + 1, order.note);
    }
  }

  @Test
  void recordsKeepTheOrderOfTheirComponents() {
    assertEquals(
        "{\"id\":\"a!\",\"count\":3,\"note\":\"n\"}",
        result(new RecordHandler(), "{\"count\":2,\"note\":\"n\",\"id\":\"a\"}"));
  }

  @Test
  void missingFieldsAreEmptyAndUnknownOnesAreSkipped() {
    String event = "{\"more\":{\"deep\":[1,{\"id\":\"x\"}]},\"id\":\"a\"}";
    assertEquals("{\"id\":\"a!\",\"count\":1,\"note\":null}", result(new RecordHandler(), event));
  }

  static final class BeanHandler implements Handler<Customer, Customer> {
    @Override
    public Customer handle(Customer customer, Context context) {
      assertEquals(Set.of(Size.SMALL, Size.LARGE), customer.sizes);
      assertEquals("untouched", Customer.shared);
      return customer;
    }
  }

  @Test
  void beansAreReadAndWrittenByTheirProperties() {
    String event =
        "{\"name\":\"Ann\",\"sizes\":[\"LARGE\",\"SMALL\",\"LARGE\"],\"email\":\"a@b\",\"URL\":true,\"shared\":1}";
    Map<?, ?> result = json(result(new BeanHandler(), event));
    assertEquals("Ann", result.get("name"));
    assertEquals("a@b", result.get("email"));
    assertEquals(List.of("LARGE", "SMALL"), result.get("sizes"));
  }

  private static Map<?, ?> json(String text) {
    Map<?, ?>[] seen = new Map<?, ?>[1];
    result(
        new Handler<Map<String, Object>, Void>() {
          @Override
          public Void handle(Map<String, Object> event, Context context) {
            seen[0] = event;
            return null;
          }
        },
        text);
    return seen[0];
  }

  @Test
  void mapsAndListsOfAnything() {
    Map<?, ?> map = json("{\"i\":1,\"d\":0.5,\"s\":\"x\",\"b\":true,\"n\":null,\"l\":[1,{}]}");
    assertEquals(1, map.get("i"));
    assertEquals(0.5, map.get("d"));
    assertEquals("x", map.get("s"));
    assertEquals(true, map.get("b"));
    assertNull(map.get("n"));
    assertEquals(Arrays.asList(1, Map.of()), map.get("l"));
  }

  static final class ListHandler implements Handler<List<BigDecimal>, List<BigDecimal>> {
    @Override
    public List<BigDecimal> handle(List<BigDecimal> numbers, Context context) {
      return numbers.reversed();
    }
  }

  @Test
  void listsOfNumbersKeepTheirDigits() {
    assertEquals(
        "[12345678901234567890.10,0.1]",
        result(new ListHandler(), "[0.1, 12345678901234567890.10]"));
  }

  static final class StringHandler implements Handler<String, String> {
    @Override
    public String handle(String text, Context context) {
      return text + "\n\"quoted\" \ud83d\ude00";
    }
  }

  @Test
  void stringsAreJsonStrings() {
    assertEquals(
        "\"gr\u00fc\u00df\ud83d\ude00\\n\\\"quoted\\\" \ud83d\ude00\"",
        result(new StringHandler(), "\"gr\u00fc\\u00df\\ud83d\\ude00\""));
  }

  static final class BytesHandler implements Handler<byte[], byte[]> {
    @Override
    public byte[] handle(byte[] event, Context context) {
      return event.length == 0 ? null : event;
    }
  }

  @Test
  void bytesAreThePayloadItself() {
    assertEquals("not \u00fc JSON", result(new BytesHandler(), "not \u00fc JSON"));
    assertEquals("null", result(new BytesHandler(), ""));
  }

  static final class InputStreamHandler implements Handler<InputStream, InputStream> {
    @Override
    public InputStream handle(InputStream event, Context context) throws Exception {
      byte[] all = event.readAllBytes();
      return all.length == 0 ? null : new ByteArrayInputStream(all);
    }
  }

  @Test
  void inputStreamsAreThePayloadItself() {
    assertEquals("not \u00fc JSON", result(new InputStreamHandler(), "not \u00fc JSON"));
    assertEquals("null", result(new InputStreamHandler(), ""));
  }

  @Test
  void nullEventsAndResults() {
    assertEquals("null", result(new VoidHandler(), "null"));
  }

  static final class VoidHandler implements Handler<Order, Void> {
    @Override
    public Void handle(Order event, Context context) {
      assertNull(event);
      return null;
    }
  }

  static final class NestedHandler
      implements Handler<List<Map<String, List<Order>>>, Map<Size, Integer>> {
    @Override
    public Map<Size, Integer> handle(List<Map<String, List<Order>>> event, Context context) {
      Order order = event.get(0).get("open").get(1);
      return Map.of(Size.LARGE, order.count());
    }
  }

  @Test
  void nestedGenericsAreBoundToTheBottom() {
    assertEquals(
        "{\"LARGE\":7}",
        result(new NestedHandler(), "[{\"open\":[{\"count\":1},{\"count\":7,\"id\":\"b\"}]}]"));
  }

  static final class PageHandler implements Handler<Page<Order>, Page<String>> {
    @Override
    public Page<String> handle(Page<Order> page, Context context) {
      Order[] array = page.array();
      return new Page<>(
          page.items().stream().map(Order::id).toList(),
          Map.of("x", page.byName().get("x").id()),
          new String[] {array[0].id()});
    }
  }

  @Test
  void genericRecordsAreBoundToTheirArguments() {
    assertEquals(
        "{\"items\":[\"a\",\"b\"],\"byName\":{\"x\":\"c\"},\"array\":[\"d\"]}",
        result(
            new PageHandler(),
            "{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"byName\":{\"x\":{\"id\":\"c\"}},\"array\":[{\"id\":\"d\"}]}"));
  }

  abstract static class Base<A, R> implements Handler<List<A>, R> {}

  static final class Derived extends Base<Order, Size> {
    @Override
    public Size handle(List<Order> orders, Context context) {
      return orders.getFirst().count() > 1 ? Size.LARGE : Size.SMALL;
    }
  }

  @Test
  void typesAreFoundThroughGenericSuperclasses() {
    assertEquals("\"LARGE\"", result(new Derived(), "[{\"count\":2}]"));
  }

  @Test
  void lambdasWithTheirClasses() {
    Whippet.Builder function =
        Whippet.builder().handler(Order.class, String.class, (order, context) -> order.id());
    assertEquals("\"a\"", FunctionRun.invoke(function, "{\"id\":\"a\"}").text());
    Whippet.Builder bytes =
        Whippet.builder().handler(byte[].class, byte[].class, (event, context) -> event);
    assertArrayEquals("\u00fc".getBytes(UTF_8), FunctionRun.invoke(bytes, "\u00fc").body());
  }

  @Test
  void suppliersMakeTheHandler() {
    Supplier<?> supplier = RecordHandler::new;
    assertEquals(
        "{\"id\":\"a!\",\"count\":1,\"note\":null}",
        FunctionRun.invoke(Whippet.builder().handler(supplier), "{\"id\":\"a\"}").text());
  }

  @Test
  void anEventOf6MibComesWholeAndGoesBack() {
    String event = "\"" + "\u20ac".repeat(2 * 1024 * 1024) + "\"";
    RecordedRequest reply = FunctionRun.invoke(new BytesHandler(), event);
    assertArrayEquals(event.getBytes(UTF_8), reply.body());
  }
}
