package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

interface DoubleReductionsContract extends TierContract {
  /// A reduction of two vectors, and what it sums.
  record Pair(String name, Kernel kernel, BinaryOperator<BigDecimal> term, int moreRoundings) {
    interface Kernel {
      double of(DoubleReductions doubles, double[] a, int ao, double[] b, int bo, int n);
    }

    static final Pair[] ALL = {
      new Pair("dot", DoubleReductions::dot, BigDecimal::multiply, 0),
      new Pair("squaredL2", DoubleReductions::squaredL2, (x, y) -> x.subtract(y).pow(2), 2),
      new Pair("l1", DoubleReductions::l1, (x, y) -> x.subtract(y).abs(), 0),
      new Pair("sum", (doubles, a, ao, b, bo, n) -> doubles.sum(a, ao, n), (x, y) -> x, 0),
      new Pair(
          "squaredDeviations",
          (doubles, a, ao, b, bo, n) -> doubles.squaredDeviations(a, ao, n, 0.5),
          (x, y) -> x.subtract(BigDecimal.valueOf(0.5)).pow(2),
          2),
    };
  }

  @Test
  default void doublesStayWithinTheBoundOfTheExactSumAtEverySizeAndOffset() {
    for (Pair pair : Pair.ALL) {
      Sizes.each(
          lanes(),
          n -> {
            double[] x = Sizes.doubles(n, n);
            double[] y = Sizes.doubles(n, n + 1);
            BigDecimal exact = BigDecimal.ZERO;
            double magnitude = 0;
            for (int i = 0; i < n; i++) {
              BigDecimal term = pair.term.apply(new BigDecimal(x[i]), new BigDecimal(y[i]));
              exact = exact.add(term);
              magnitude += Math.abs(term.doubleValue());
            }
            double bound = boundOfDoubles(n, runningSumsOfDoubles(), pair.moreRoundings, magnitude);
            for (int offset = 0; offset <= lanes(); offset += Sizes.STRIDE) {
              double[] a = Sizes.guarded(x, offset, Double.NaN);
              double[] b = Sizes.guarded(y, lanes() - offset, Double.NaN);
              double result =
                  pair.kernel.of(kernels().doubles(), a, offset, b, lanes() - offset, n);
              assertEquals(
                  exact.doubleValue(), result, bound, pair.name + " n=" + n + " at " + offset);
            }
          });
    }
  }

  @Test
  default void floatsSummedInDoubleStayWithinTheBoundAtEverySize() {
    Sizes.each(
        lanes(),
        n -> {
          float[] x = Sizes.floats(n, n);
          float[] y = Sizes.floats(n, n + 1);
          BigDecimal exact = BigDecimal.ZERO;
          double magnitude = 0;
          for (int i = 0; i < n; i++) {
            exact = exact.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
            magnitude += Math.abs((double) x[i] * y[i]);
          }
          int offset = n % lanes();
          float[] a = Sizes.guarded(x, offset, Float.NaN);
          float[] b = Sizes.guarded(y, 1, Float.NaN);
          double bound = boundOfDoubles(n, runningSumsOfDoubles(), 2, magnitude);
          assertEquals(exact.doubleValue(), kernels().doubles().dot(a, offset, b, 1, n), bound);
        });
  }

  @Test
  default void cosineOfDoublesStaysWithinTheBoundAtEverySizeAndOffset() {
    Sizes.each(
        lanes(),
        n -> {
          double[] x = Sizes.doubles(n, n);
          double[] y = Sizes.doubles(n, n + 1);
          BigDecimal dot = BigDecimal.ZERO;
          BigDecimal xx = BigDecimal.ZERO;
          BigDecimal yy = BigDecimal.ZERO;
          for (int i = 0; i < n; i++) {
            BigDecimal p = new BigDecimal(x[i]);
            BigDecimal q = new BigDecimal(y[i]);
            dot = dot.add(p.multiply(q));
            xx = xx.add(p.pow(2));
            yy = yy.add(q.pow(2));
          }
          double norms = Math.sqrt(xx.doubleValue() * yy.doubleValue());
          double exact = n == 0 ? 0 : dot.doubleValue() / norms;
          // the roots, their product, the quotient, and those of the reference
          double bound = boundOfDoubles(n, runningSumsOfDoubles() / 2, 4, 2);
          for (int offset = 0; offset <= lanes(); offset += Sizes.STRIDE) {
            double[] a = Sizes.guarded(x, offset, Double.NaN);
            double[] b = Sizes.guarded(y, 1, Double.NaN);
            double result = kernels().doubles().cosine(a, offset, b, 1, n);
            assertEquals(exact, result, bound, "n=" + n + " at " + offset);
          }
        });
  }

  @Test
  default void cosineOfDoublesIsZeroForZeroVectorsAndRightForHugeOnes() {
    Sizes.each(
        lanes(),
        n -> {
          double[] zero = new double[n];
          double[] other = Sizes.doubles(n, n);
          double[] tiny = new double[n];
          double[] huge = new double[n];
          Arrays.fill(tiny, 1e-170);
          Arrays.fill(huge, 1e120);
          DoubleReductions doubles = kernels().doubles();
          assertEquals(0d, doubles.cosine(zero, 0, other, 0, n));
          assertEquals(0d, doubles.cosine(other, 0, zero, 0, n));
          assertEquals(0d, doubles.cosine(zero, 0, zero, 0, n));
          assertEquals(0d, doubles.cosine(tiny, 0, huge, 0, n));
          assertEquals(n == 0 ? 0 : 1, doubles.cosine(huge, 0, huge, 0, n), 1e-13);
        });
  }

  @Test
  default void sumsOfSubnormalDoublesAreExact() {
    Sizes.each(
        lanes(),
        n -> {
          double[] a = new double[n];
          double[] ones = new double[n];
          Arrays.fill(a, Double.MIN_VALUE);
          Arrays.fill(ones, 1);
          assertEquals(n * Double.MIN_VALUE, kernels().doubles().sum(a, 0, n));
          assertEquals(n * Double.MIN_VALUE, kernels().doubles().dot(a, 0, ones, 0, n));
          assertEquals(n * Double.MIN_VALUE, kernels().doubles().l1(a, 0, new double[n], 0, n));
        });
  }

  @Test
  default void anArrayMayBeBothVectorsOfDoubles() {
    int n = 7 * lanes() + 3;
    double[] a = Sizes.doubles(n + 1, 1);
    double[] copy = a.clone();
    for (Pair pair : Pair.ALL) {
      double apart = pair.kernel.of(kernels().doubles(), a, 0, copy, 1, n);
      assertEquals(apart, pair.kernel.of(kernels().doubles(), a, 0, a, 1, n), pair.name);
    }
    assertEquals(1, kernels().doubles().cosine(a, 1, a, 1, n), 1e-13);
  }

  @Test
  default void notANumberAndInfinitiesGoThroughSumsOfDoublesFromEveryPosition() {
    int n = 9 * lanes() + lanes() - 1;
    double[] a = Sizes.doubles(n, 1);
    double[] b = Sizes.doubles(n, 2);
    float[] p = Sizes.floats(n, 1);
    float[] q = Sizes.floats(n, 2);
    DoubleReductions doubles = kernels().doubles();
    for (int i = 0; i < n; i += Sizes.STRIDE) {
      double before = a[i];
      double other = b[i];
      float single = p[i];
      a[i] = Double.NaN;
      p[i] = Float.NaN;
      for (Pair pair : Pair.ALL) {
        assertEquals(Double.NaN, pair.kernel.of(doubles, a, 0, a, 0, n), pair.name);
      }
      assertEquals(Double.NaN, doubles.dot(b, 0, a, 0, n));
      assertEquals(Double.NaN, doubles.l1(b, 0, a, 0, n));
      assertEquals(Double.NaN, doubles.squaredL2(b, 0, a, 0, n));
      assertEquals(Double.NaN, doubles.cosine(a, 0, b, 0, n));
      assertEquals(Double.NaN, doubles.cosine(b, 0, a, 0, n));
      assertEquals(Double.NaN, doubles.cosine(a, 0, new double[n], 0, n));
      assertEquals(Double.NaN, doubles.dot(p, 0, q, 0, n));
      a[i] = Double.NEGATIVE_INFINITY;
      b[i] = 2;
      assertEquals(Double.NEGATIVE_INFINITY, doubles.dot(a, 0, b, 0, n));
      assertEquals(Double.NEGATIVE_INFINITY, doubles.sum(a, 0, n));
      assertEquals(Double.POSITIVE_INFINITY, doubles.squaredL2(a, 0, b, 0, n));
      assertEquals(Double.POSITIVE_INFINITY, doubles.l1(a, 0, b, 0, n));
      assertEquals(Double.POSITIVE_INFINITY, doubles.squaredDeviations(a, 0, n, 1));
      double neighbour = a[(i + 1) % n];
      a[(i + 1) % n] = Double.POSITIVE_INFINITY;
      assertEquals(Double.NaN, doubles.sum(a, 0, n));
      a[(i + 1) % n] = neighbour;
      a[i] = before;
      b[i] = other;
      p[i] = single;
    }
  }
}
