package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A part of what [AccuracyReport] tries, in the tier that serves.
class AccuracyTest {
  private static final int CASES = 2500;

  @Test
  void everyReductionStaysWithinItsBound() {
    Map<String, Double> worst = Accuracy.measure(CASES / Sizes.STRIDE, 11);
    assertEquals(20, worst.size());
    worst.forEach((name, part) -> assertTrue(part > 0.001 && part <= 1, name + " is at " + part));
  }

  @Test
  void theReferenceOfDoublesHasTwiceAsManyDigits() {
    Random random = new Random(1);
    ExactSum products = new ExactSum();
    ExactSum distances = new ExactSum();
    ExactSum squares = new ExactSum();
    BigDecimal exactProducts = BigDecimal.ZERO;
    BigDecimal exactDistances = BigDecimal.ZERO;
    BigDecimal exactSquares = BigDecimal.ZERO;
    for (int i = 0; i < 1000; i++) {
      double x = random.nextGaussian();
      double y = Math.scalb(random.nextGaussian(), i % 9 - 4);
      double low = Math.ulp(y) * (random.nextDouble() - 0.5);
      products.addProduct(x, y);
      distances.addDistance(x, y);
      squares.addSquaredDistance(x, y, low);
      BigDecimal p = new BigDecimal(x);
      BigDecimal q = new BigDecimal(y);
      exactProducts = exactProducts.add(p.multiply(q));
      exactDistances = exactDistances.add(p.subtract(q).abs());
      exactSquares = exactSquares.add(p.subtract(q).subtract(new BigDecimal(low)).pow(2));
    }
    assertNear(exactProducts, products, 1000);
    assertNear(exactDistances, distances, exactDistances.doubleValue());
    assertNear(exactSquares, squares, exactSquares.doubleValue());
    products.divide(7);
    assertNear(
        exactProducts.divide(BigDecimal.valueOf(7), java.math.MathContext.DECIMAL128),
        products,
        1000);
    assertNear(exactSquares.sqrt(java.math.MathContext.DECIMAL128), squares.squareRoot(), 100);
  }

  private static void assertNear(BigDecimal exact, ExactSum sum, double magnitude) {
    BigDecimal value = new BigDecimal(sum.value()).add(new BigDecimal(sum.rest()));
    assertEquals(0, exact.subtract(value).doubleValue(), magnitude * 0x1p-96);
    assertEquals(-sum.rest(), sum.error(sum.value()));
  }
}
