package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.StreamHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InProcessFunctionTest {
  /// Answers with facts of the context.
  private static final class Facts implements Handler<Map<String, Integer>, List<String>> {
    @Override
    public List<String> handle(Map<String, Integer> event, Context context) throws Exception {
      Thread.sleep(event.getOrDefault("sleepMillis", 0));
      return List.of(context.requestId(), context.tenantId().orElse("none"));
    }
  }

  @Test
  void servesThroughTheWholeRuntime() {
    try (InProcessFunction function = InProcessFunction.start(Facts::new)) {
      Invocation invocation = Invocation.of("{}").withRequestId("r-1").withTenantId("t-1");
      assertEquals("[\"r-1\",\"t-1\"]", function.invoke(invocation).text());
      assertEquals(
          "[\"r-2\",\"none\"]", function.invoke(Invocation.of("{}").withRequestId("r-2")).text());
      assertTrue(
          function.emulator().requests().getFirst().header("User-Agent").orElse("").length() > 0);
    }
  }

  @Test
  void streams() {
    StreamHandler handler =
        (event, response, context) -> {
          response.write(event.readAllBytes());
          response.write(new byte[] {'!'});
        };
    try (InProcessFunction function = InProcessFunction.start(() -> handler)) {
      InvocationResult result = function.invoke("hello");
      assertEquals("hello!", result.text());
      assertTrue(result.isStreaming());
    }
  }

  @Test
  void survivesATimeout() {
    try (InProcessFunction function =
        InProcessFunction.start(Facts::new, Map.of(), Duration.ofSeconds(10))) {
      Invocation slow = Invocation.of("{\"sleepMillis\":1000}").withTimeout(Duration.ofMillis(50));
      assertEquals("Sandbox.Timedout", function.invoke(slow).error().orElseThrow().type());
      assertTrue(function.invoke("{}").error().isEmpty(), "the stale answer was refused");
    }
  }
}
