package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

interface FloatReductionsContract extends TierContract {
  /// A reduction of two vectors, what it should be, and the magnitude of what is summed.
  record Pairwise(String name, Kernel kernel, Term term, int moreRoundings) {
    interface Kernel {
      float of(FloatReductions floats, float[] a, int ao, float[] b, int bo, int n);
    }

    interface Term {
      double of(double a, double b);
    }

    static final Pairwise[] ALL = {
      new Pairwise("dot", FloatReductions::dot, (x, y) -> x * y, 0),
      new Pairwise("squaredL2", FloatReductions::squaredL2, (x, y) -> (x - y) * (x - y), 2),
      new Pairwise("l1", FloatReductions::l1, (x, y) -> Math.abs(x - y), 0),
    };
  }

  @Test
  default void pairwiseReductionsStayWithinTheBoundAtEverySizeAndOffset() {
    for (Pairwise pairwise : Pairwise.ALL) {
      Sizes.each(
          lanes(),
          n -> {
            float[] x = Sizes.floats(n, n);
            float[] y = Sizes.floats(n, n + 1);
            double exact = 0;
            double magnitude = 0;
            for (int i = 0; i < n; i++) {
              exact += pairwise.term.of(x[i], y[i]);
              magnitude += Math.abs(pairwise.term.of(x[i], y[i]));
            }
            double bound = bound(n, runningSums(), pairwise.moreRoundings, magnitude);
            for (int offset = 0; offset <= lanes(); offset += Sizes.STRIDE) {
              float[] a = Sizes.guarded(x, offset, Float.NaN);
              float[] b = Sizes.guarded(y, lanes() - offset, Float.NaN);
              float result =
                  pairwise.kernel.of(kernels().floats(), a, offset, b, lanes() - offset, n);
              assertEquals(exact, result, bound, pairwise.name + " n=" + n + " at " + offset);
            }
          });
    }
  }

  @Test
  default void cosineStaysWithinTheBoundAtEverySizeAndOffset() {
    Sizes.each(
        lanes(),
        n -> {
          float[] x = Sizes.floats(n, n);
          float[] y = Sizes.floats(n, n + 1);
          double dot = 0;
          double xx = 0;
          double yy = 0;
          for (int i = 0; i < n; i++) {
            dot += (double) x[i] * y[i];
            xx += (double) x[i] * x[i];
            yy += (double) y[i] * y[i];
          }
          double exact = n == 0 ? 0 : dot / Math.sqrt(xx * yy);
          double bound = bound(n, runningSums() / 2, 1, 2);
          for (int offset = 0; offset <= lanes(); offset += Sizes.STRIDE) {
            float[] a = Sizes.guarded(x, offset, Float.NaN);
            float[] b = Sizes.guarded(y, 1, Float.NaN);
            float result = kernels().floats().cosine(a, offset, b, 1, n);
            assertEquals(exact, result, bound, "n=" + n + " at " + offset);
          }
        });
  }

  @Test
  default void cosineOfAZeroVectorIsZero() {
    Sizes.each(
        lanes(),
        n -> {
          float[] zero = new float[n];
          float[] other = Sizes.floats(n, n);
          assertEquals(0f, kernels().floats().cosine(zero, 0, other, 0, n));
          assertEquals(0f, kernels().floats().cosine(other, 0, zero, 0, n));
          assertEquals(0f, kernels().floats().cosine(zero, 0, zero, 0, n));
          // squares below and above the range of floats
          float[] tiny = new float[n];
          float[] huge = new float[n];
          java.util.Arrays.fill(tiny, 1e-30f);
          java.util.Arrays.fill(huge, 1e30f);
          assertEquals(0f, kernels().floats().cosine(tiny, 0, other, 0, n));
          assertEquals(0f, kernels().floats().cosine(zero, 0, huge, 0, n));
        });
  }

  @Test
  default void sumsStayWithinTheBoundAtEverySizeAndOffset() {
    Sizes.each(
        lanes(),
        n -> {
          float[] x = Sizes.floats(n, n);
          double sum = 0;
          double magnitude = 0;
          double squares = 0;
          for (float value : x) {
            sum += value;
            magnitude += Math.abs(value);
            squares += (value - 0.5) * (value - 0.5);
          }
          for (int offset = 0; offset <= lanes(); offset += Sizes.STRIDE) {
            float[] a = Sizes.guarded(x, offset, Float.NaN);
            float result = kernels().floats().sum(a, offset, n);
            assertEquals(sum, result, bound(n, runningSums(), 0, magnitude), "sum n=" + n);
            float deviations = kernels().floats().squaredDeviations(a, offset, n, 0.5f);
            assertEquals(squares, deviations, bound(n, runningSums() / 2, 2, squares), "n=" + n);
          }
        });
  }

  @Test
  default void sumsOfSubnormalsAreExact() {
    Sizes.each(
        lanes(),
        n -> {
          float[] a = new float[n];
          float[] ones = new float[n];
          java.util.Arrays.fill(a, Float.MIN_VALUE);
          java.util.Arrays.fill(ones, 1);
          assertEquals(n * Float.MIN_VALUE, kernels().floats().sum(a, 0, n));
          assertEquals(n * Float.MIN_VALUE, kernels().floats().dot(a, 0, ones, 0, n));
          assertEquals(n * Float.MIN_VALUE, kernels().floats().l1(a, 0, new float[n], 0, n));
        });
  }

  @Test
  default void notANumberAndInfinitiesGoThroughSumsFromEveryPosition() {
    int n = 13 * lanes() + lanes() - 1;
    float[] a = Sizes.floats(n, 1);
    float[] b = Sizes.floats(n, 2);
    for (int i = 0; i < n; i += Sizes.STRIDE) {
      float before = a[i];
      float other = b[i];
      a[i] = Float.NaN;
      for (Pairwise pairwise : Pairwise.ALL) {
        assertEquals(Float.NaN, pairwise.kernel.of(kernels().floats(), a, 0, b, 0, n));
        assertEquals(Float.NaN, pairwise.kernel.of(kernels().floats(), b, 0, a, 0, n));
      }
      assertEquals(Float.NaN, kernels().floats().cosine(a, 0, b, 0, n));
      assertEquals(Float.NaN, kernels().floats().cosine(b, 0, a, 0, n));
      assertEquals(Float.NaN, kernels().floats().sum(a, 0, n));
      assertEquals(Float.NaN, kernels().floats().squaredDeviations(a, 0, n, 0));
      a[i] = Float.NEGATIVE_INFINITY;
      b[i] = 2;
      assertEquals(Float.NEGATIVE_INFINITY, kernels().floats().dot(a, 0, b, 0, n));
      assertEquals(Float.NEGATIVE_INFINITY, kernels().floats().sum(a, 0, n));
      assertEquals(Float.POSITIVE_INFINITY, kernels().floats().squaredL2(a, 0, b, 0, n));
      assertEquals(Float.POSITIVE_INFINITY, kernels().floats().l1(a, 0, b, 0, n));
      float neighbour = a[(i + 1) % n];
      a[(i + 1) % n] = Float.POSITIVE_INFINITY;
      assertEquals(Float.NaN, kernels().floats().sum(a, 0, n));
      a[(i + 1) % n] = neighbour;
      a[i] = before;
      b[i] = other;
    }
  }
}
