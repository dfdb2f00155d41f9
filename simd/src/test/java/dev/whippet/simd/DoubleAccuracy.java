package dev.whippet.simd;

import java.util.random.RandomGenerator;

/// The accuracy of reductions of doubles, whose references have twice as many digits.
final class DoubleAccuracy extends Accuracy {
  private static final double UNIT = 0x1p-53;

  private final double[] a = new double[CAPACITY];
  private final double[] b = new double[CAPACITY];

  DoubleAccuracy() {
    super(UNIT, Double.SIZE);
  }

  @Override
  void tryOne(RandomGenerator random, int n) {
    int ao = random.nextInt(17);
    int bo = random.nextInt(17);
    int distribution = anyDistribution(random);
    ExactSum dot = new ExactSum();
    ExactSum squaredL2 = new ExactSum();
    ExactSum l1 = new ExactSum();
    ExactSum sum = new ExactSum();
    ExactSum aa = new ExactSum();
    ExactSum bb = new ExactSum();
    double dots = 0, sums = 0;
    for (int i = 0; i < n; i++) {
      double x = next(random, distribution);
      double y = next(random, distribution);
      a[ao + i] = x;
      b[bo + i] = y;
      dot.addProduct(x, y);
      dots += Math.abs(x * y);
      squaredL2.addSquaredDistance(x, y, 0);
      l1.addDistance(x, y);
      sum.add(x);
      sums += Math.abs(x);
      aa.addProduct(x, x);
      bb.addProduct(y, y);
    }
    int few = lanes == 0 ? 4 : 2 * lanes;
    double r = roundings(n, lanes == 0 ? 4 : 4 * lanes);
    see("dot of doubles", dot.error(SimdOps.dot(a, ao, b, bo, n)), r, dots);
    double l2 = SimdOps.squaredL2(a, ao, b, bo, n);
    see("squaredL2 of doubles", squaredL2.error(l2), r + 2, squaredL2.value());
    see("l1 of doubles", l1.error(SimdOps.l1(a, ao, b, bo, n)), r, l1.value());
    double cosine = SimdOps.cosine(a, ao, b, bo, n);
    ExactSum normOfA = aa.squareRoot();
    see(
        "cosine of doubles",
        cosineError(cosine, dot, normOfA, bb.squareRoot()),
        2 * roundings(n, few) + 3,
        1);
    see("sum of doubles", sum.error(SimdOps.sum(a, ao, n)), r, sums);
    see("sumOfSquares of doubles", aa.error(SimdOps.sumOfSquares(a, ao, n)), r, aa.value());
    see("norm of doubles", normOfA.error(SimdOps.norm(a, ao, n)), r / 2 + 1, normOfA.value());
    sum.divide(n);
    see("mean of doubles", sum.error(SimdOps.mean(a, ao, n)), r + 1, sums / n);
    ExactSum variance = new ExactSum();
    for (int i = 0; i < n; i++) {
      variance.addSquaredDistance(a[ao + i], sum.value(), sum.rest());
    }
    variance.divide(n);
    double offMean = (r + 1) * UNIT * sums / n;
    double bound = (r + 3) * variance.value() + offMean * offMean / UNIT;
    see("variance of doubles", variance.error(SimdOps.variance(a, ao, n)), 1, bound);
  }

  /// The error is small beside the cosine, so that a few digits of what it is divided by will do.
  private static double cosineError(
      double cosine, ExactSum dot, ExactSum normOfA, ExactSum normOfB) {
    ExactSum norms = new ExactSum();
    norms.addProduct(normOfA.value(), normOfB.value());
    norms.add(normOfA.value() * normOfB.rest());
    norms.add(normOfA.rest() * normOfB.value());
    ExactSum error = new ExactSum();
    error.addProduct(cosine, norms.value());
    error.add(cosine * norms.rest());
    error.add(-dot.value());
    error.add(-dot.rest());
    return error.value() / norms.value();
  }
}
