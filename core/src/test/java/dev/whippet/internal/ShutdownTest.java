package dev.whippet.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.Whippet;
import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import dev.whippet.support.Wire;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private static Whippet.Builder function() {
    return Whippet.builder()
        .onShutdown(() -> {})
        .handler(Object.class, Object.class, (event, context) -> event);
  }

  @Test
  void theExtensionIsRegisteredFirstAndWaitsOnAConnectionOfItsOwn() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble()) {
      lambda.delivery(peer -> {
        lambda.awaitRequests("/event/next", 1); // which the function's end would prevent
        peer.send(Wire.event("1", "1"));
      });
      FunctionRun.serve(lambda, function());
      assertEquals("/2020-01-01/extension/register", lambda.requests().getFirst().path());
      assertEquals(
          "whippet-shutdown", lambda.requests().getFirst().header("Lambda-Extension-Name"));
      assertEquals(
          "ext-1", lambda.requests("/event/next").getFirst().header("Lambda-Extension-Identifier"));
      assertEquals("1", lambda.reply("1").text());
      assertEquals(2, lambda.connections());
    }
  }

  @Test
  void withoutExtensionsEventsAreServed() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "1");
        CapturedErr log = new CapturedErr()) {
      lambda.answer("/register", Wire.response(403, "no"));
      FunctionRun.serve(lambda, function());
      assertEquals("1", lambda.reply("1").text());
      assertTrue(log.text().contains("no SIGTERM will come"), log::text);
      assertEquals(0, lambda.requests("/event/next").size());
    }
  }
}
