package dev.whippet.simd;

import java.util.random.RandomGenerator;

/// The accuracy of reductions of floats, whose references are sums in double.
final class FloatAccuracy extends Accuracy {
  private static final double UNIT = 0x1p-24;
  private static final double UNIT_OF_DOUBLE = 0x1p-53;

  private final float[] a = new float[CAPACITY];
  private final float[] b = new float[CAPACITY];

  FloatAccuracy() {
    super(UNIT, Float.SIZE);
  }

  @Override
  void tryOne(RandomGenerator random, int n) {
    int ao = random.nextInt(17);
    int bo = random.nextInt(17);
    int distribution = anyDistribution(random);
    double dot = 0, dots = 0, squaredL2 = 0, l1 = 0, sum = 0, sums = 0, aa = 0, bb = 0;
    for (int i = 0; i < n; i++) {
      float x = (float) next(random, distribution);
      float y = (float) next(random, distribution);
      a[ao + i] = x;
      b[bo + i] = y;
      dot += (double) x * y;
      dots += Math.abs((double) x * y);
      squaredL2 += ((double) x - y) * ((double) x - y);
      l1 += Math.abs((double) x - y);
      sum += x;
      sums += Math.abs(x);
      aa += (double) x * x;
      bb += (double) y * y;
    }
    int many = lanes == 0 ? 8 : 4 * lanes;
    double ofDot = roundings(n, lanes != 0 && n <= 16 * lanes ? 2 * lanes : many);
    double ofSum = roundings(n, lanes == 0 ? 8 : 8 * lanes);

    see("dot", SimdOps.dot(a, ao, b, bo, n) - dot, ofDot, dots);
    see(
        "squaredL2",
        SimdOps.squaredL2(a, ao, b, bo, n) - squaredL2,
        roundings(n, many) + 2,
        squaredL2);
    see("l1", SimdOps.l1(a, ao, b, bo, n) - l1, roundings(n, many), l1);
    double cosine = SimdOps.cosine(a, ao, b, bo, n) - dot / (Math.sqrt(aa) * Math.sqrt(bb));
    see("cosine", cosine, 2 * roundings(n, lanes == 0 ? 4 : many) + 1, 1);
    see("sum", SimdOps.sum(a, ao, n) - sum, ofSum, sums);
    see("sumOfSquares", SimdOps.sumOfSquares(a, ao, n) - aa, ofDot, aa);
    see("norm", SimdOps.norm(a, ao, n) - Math.sqrt(aa), ofDot / 2 + 1, Math.sqrt(aa));
    see("mean", SimdOps.mean(a, ao, n) - sum / n, ofSum + 1, sums / n);
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (a[ao + i] - mean) * (a[ao + i] - mean);
    }
    double offMean = (ofSum + 1) * UNIT * sums / n;
    double bound =
        (roundings(n, lanes == 0 ? 4 : many) + 3) * squares / n + offMean * offMean / UNIT;
    see("variance", SimdOps.variance(a, ao, n) - squares / n, 1, bound);
    exactly(n, ao, bo);
    logSumExp(n, ao);
  }

  /// In double precision, so that the reference must be more precise.
  private void exactly(int n, int ao, int bo) {
    ExactSum dot = new ExactSum();
    double magnitude = 0;
    for (int i = 0; i < n; i++) {
      double product = (double) a[ao + i] * b[bo + i];
      dot.add(product);
      magnitude += Math.abs(product);
    }
    double error = dot.error(SimdOps.dotF64(a, ao, b, bo, n));
    double roundings = roundings(n, lanes == 0 ? 4 : 2 * lanes);
    see("dotF64", error, roundings * (UNIT_OF_DOUBLE / UNIT), magnitude);
  }

  private void logSumExp(int n, int ao) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, a[ao + i]);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(a[ao + i] - most);
    }
    double exact = most + Math.log(sum);
    double roundings = roundings(n, lanes == 0 ? 8 : lanes) + Math.log(n) + 2 + Math.abs(exact);
    see("logSumExp", SimdOps.logSumExp(a, ao, n) - exact, roundings, 1);
  }
}
