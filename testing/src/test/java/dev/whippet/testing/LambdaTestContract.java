package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What holds wherever the function of a [LambdaTest] runs.
abstract class LambdaTestContract {
  @Test
  void answers(LambdaFunction function) {
    InvocationResult result = function.invoke("{\"name\":\"Ada\"}");
    assertEquals("{\"greeting\":\"Hello, Ada of function\"}", result.text(), result::toString);
    assertEquals("application/json", result.contentType().orElseThrow());
  }

  @Test
  void reportsWhatTheHandlerThrows(LambdaFunction function) {
    FunctionError error = function.invoke("{}").error().orElseThrow();
    assertEquals("java.lang.IllegalArgumentException", error.type());
    assertEquals("who?", error.message());
    assertTrue(error.stackTrace().getFirst().contains("Greeter.handle"), error.json());
  }

  @Test
  void isGivenEvents(
      @LambdaTest.Event("sqs") String sample, @LambdaTest.Event("ada.json") String resource) {
    assertEquals(SampleEvents.load("sqs"), sample);
    assertEquals("{\"name\":\"Ada\"}", resource.strip());
  }
}
