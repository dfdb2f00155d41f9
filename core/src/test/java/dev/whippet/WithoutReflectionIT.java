package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.ForkedJvm;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a native image does whose types are all bound, or were thought to be: on a JVM, where the
/// same property leaves out the same code.
class WithoutReflectionIT {
  private final RuntimeApiDouble lambda = new RuntimeApiDouble();

  @AfterEach
  void close() {
    lambda.close();
  }

  record Order(String id) {}

  static final class Reading implements Handler<List<Order>, String> {
    @Override
    public String handle(List<Order> event, Context context) {
      return "";
    }
  }

  static final class Writing implements Handler<byte[], Order> {
    @Override
    public Order handle(byte[] event, Context context) {
      return new Order("a");
    }
  }

  static final class Bytes implements Handler<byte[], byte[]> {
    @Override
    public byte[] handle(byte[] event, Context context) {
      return event;
    }
  }

  private static final List<Object> ARRAYS =
      List.of(
          new String[] {"a", null},
          new int[] {1},
          new long[] {2},
          new double[] {1.5},
          new float[] {0.1f},
          new short[] {3},
          new boolean[] {true},
          new char[] {'a', 'b'},
          new int[][] {{4}, {}},
          new byte[] {0});

  /// Bound, by a class of the name that core looks for; gives back what nobody could know.
  static final class Bound implements Handler<Map<String, Object>, Object> {
    @Override
    public Object handle(Map<String, Object> event, Context context) {
      return switch (event.size()) {
        case 0 -> Map.of("order", new Order("a"));
        case 1 -> event;
        default -> ARRAYS;
      };
    }
  }

  private void run(Class<?> handler) {
    lambda.end();
    try (ForkedJvm jvm =
        ForkedJvm.start(
            FunctionRun.environment(lambda),
            "-Dwhippet.reflection=false",
            "dev.whippet.Bootstrap",
            handler.getName())) {
      assertEquals(1, jvm.status(), jvm::output);
    }
  }

  private String initError(Class<?> handler) {
    run(handler);
    assertEquals("/2018-06-01/runtime/init/error", lambda.requests().getFirst().path());
    return lambda.requests().getFirst().text();
  }

  @Test
  void anEventWithoutABindingIsAnInitErrorThatSaysWhatToDo() {
    String error = initError(Reading.class);
    assertTrue(error.contains("cannot read java.util.List<" + Order.class.getName()), error);
    assertTrue(error.contains("no binding by whippet-processor"), error);
    assertTrue(error.contains("@Bind"), error);
    assertTrue(error.contains("-Dwhippet.reflection=true"), error);
  }

  @Test
  void aResultWithoutABindingIsAnInitError() {
    String error = initError(Writing.class);
    assertTrue(error.contains("cannot write " + Order.class.getName() + " as JSON"), error);
  }

  @Test
  void bytesNeedNone() {
    lambda.event("1", "[1]");
    run(Bytes.class);
    assertEquals("[1]", lambda.reply("1").text());
  }

  @Test
  void whatIsBoundWorksAndAnObjectThatIsNotSaysWhatItIs() {
    lambda.event("1", "{\"a\":[1,null]}").event("2", "{}").event("3", "{\"a\":1,\"b\":2}");
    run(Bound.class);
    assertEquals("{\"a\":[1,null]}", lambda.reply("1").text());
    assertEquals(
        "[[\"a\",null],[1],[2],[1.5],[0.1],[3],[true],\"ab\",[[4],[]],\"AA==\"]",
        lambda.reply("3").text());
    String error = lambda.reply("2").text();
    assertTrue(error.contains("cannot write " + Order.class.getName() + " as JSON"), error);
  }
}
