package dev.whippet.examples.dotproduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.InvocationResult;
import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@LambdaTest(DotProduct.class)
class DotProductTest {
  private static final Pattern RESPONSE =
      Pattern.compile(
          "\\{\"statusCode\":200,\"body\":\\{\"dotProduct\":(.+),\"vectorSize\":10000}}");

  @Test
  void answersTheSumOfProducts(LambdaFunction function) {
    double exact = 0;
    for (int i = 0; i < 10_000; i++) {
      exact += (double) (i * 0.001f) * ((10_000 - i) * 0.001f);
    }
    for (String event : new String[] {"{}", "{\"any\":[1,2]}"}) {
      InvocationResult result = function.invoke(event);
      Matcher response = RESPONSE.matcher(result.text());
      assertTrue(response.matches(), result.toString());
      assertEquals(exact, Double.parseDouble(response.group(1)), 1e-6 * exact);
    }
  }
}
