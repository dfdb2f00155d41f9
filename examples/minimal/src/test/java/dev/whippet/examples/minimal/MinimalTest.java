package dev.whippet.examples.minimal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import org.junit.jupiter.api.Test;

@LambdaTest(Minimal.class)
class MinimalTest {
  @Test
  void answersWhateverComes(LambdaFunction function) {
    for (String event : new String[] {"{}", "[1,2]", "not JSON"}) {
      assertEquals("{\"statusCode\":200,\"body\":\"ok\"}", function.invoke(event).text());
    }
  }
}
