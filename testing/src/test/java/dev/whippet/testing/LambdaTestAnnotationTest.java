package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The annotation as users write it. Runs wherever `whippet.test.target` says.
@LambdaTest(Greeter.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LambdaTestAnnotationTest {
  private static LambdaFunction before;

  @Test
  @Order(1)
  void answers(LambdaFunction function) {
    before = function;
    InvocationResult result = function.invoke("{\"name\":\"Ada\"}");
    assertEquals("{\"greeting\":\"Hello, Ada of function\"}", result.text(), result::toString);
    assertEquals("application/json", result.contentType().orElseThrow());
  }

  @Test
  @Order(2)
  void reportsWhatTheHandlerThrows(LambdaFunction function) {
    assertEquals(before, function, "one function serves all tests of a class");
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

  @Nested
  class Inside {
    @Test
    void answersToo(LambdaFunction function, @LambdaTest.Event("ada.json") String event) {
      assertTrue(function.invoke(event).error().isEmpty());
    }
  }
}
