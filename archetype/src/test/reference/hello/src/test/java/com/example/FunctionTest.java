package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.InvocationResult;
import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import org.junit.jupiter.api.Test;

@LambdaTest(Function.class)
class FunctionTest {
  @Test
  void greets(LambdaFunction function) {
    InvocationResult result = function.invoke("{\"name\":\"Ada\"}");

    assertEquals("{\"message\":\"Hello, Ada\"}", result.text());
  }

  @Test
  void refusesWhatIsNotAName(LambdaFunction function) {
    InvocationResult result = function.invoke("{\"name\":1}");

    assertTrue(result.error().isPresent(), result.toString());
  }
}
