package dev.whippet.examples.fibonacci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import org.junit.jupiter.api.Test;

@LambdaTest(Fibonacci.class)
class FibonacciTest {
  @Test
  void answersAnyEventWithTheSameNumber(LambdaFunction function) {
    for (String event : new String[] {"{}", "{\"n\":1}"}) {
      assertEquals(
          "{\"statusCode\":200,\"body\":\"fibonacci(35)=9227465\"}", function.invoke(event).text());
    }
  }

  @Test
  void eachNumberIsTheSumOfTheTwoBefore() {
    int[] first = new int[11];
    for (int n = 0; n < first.length; n++) {
      first[n] = Fibonacci.fibonacci(n);
    }
    assertEquals("[0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55]", java.util.Arrays.toString(first));
  }
}
