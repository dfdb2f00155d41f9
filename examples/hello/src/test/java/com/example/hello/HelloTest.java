package com.example.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import org.junit.jupiter.api.Test;

@LambdaTest(Hello.class)
class HelloTest {
  @Test
  void greets(LambdaFunction function) {
    String response = function.invoke("{\"name\":\"Ada\"}").text();

    assertEquals("{\"message\":\"Hello, Ada\"}", response);
  }
}
