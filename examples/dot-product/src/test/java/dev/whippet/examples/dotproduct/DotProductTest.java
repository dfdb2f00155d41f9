package dev.whippet.examples.dotproduct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DotProductTest {
  @Test
  void answersTheSumOfProducts() {
    double exact = 0;
    for (int i = 0; i < 10_000; i++) {
      exact += (double) (i * 0.001f) * ((10_000 - i) * 0.001f);
    }
    DotProduct.Response response = new DotProduct().handle(Map.of(), null);
    assertEquals(200, response.statusCode());
    assertEquals(10_000, response.body().vectorSize());
    assertEquals(exact, response.body().dotProduct(), 1e-6 * exact);
  }
}
