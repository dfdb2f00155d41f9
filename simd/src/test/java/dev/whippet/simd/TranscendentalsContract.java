package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

interface TranscendentalsContract extends TierContract {
  /// A function, its reference in double and its largest error in units of the last place.
  record Function(String name, Kernel kernel, DoubleUnaryOperator reference, double ulps) {
    interface Kernel {
      void apply(Transcendentals t, float[] a, int ao, float[] dst, int to, int n);
    }

    static final Function[] ALL = {
      new Function("exp", Transcendentals::exp, Math::exp, 1.1),
      new Function("log", Transcendentals::log, Math::log, 1),
      new Function("sigmoid", Transcendentals::sigmoid, x -> 1 / (1 + Math.exp(-x)), 2.5),
      new Function("tanh", Transcendentals::tanh, Math::tanh, 1.5),
    };

    /// The error of each result, in units of the last place of the exact one.
    static double error(double exact, float result) {
      if (Double.isNaN(exact)) {
        return Float.isNaN(result) ? 0 : Double.POSITIVE_INFINITY;
      }
      float nearest = (float) exact;
      if (Float.isInfinite(nearest) || Float.isInfinite(result)) {
        return nearest == result ? 0 : Double.POSITIVE_INFINITY;
      }
      return Math.abs(result - exact) / Math.ulp(nearest);
    }
  }

  @Test
  default void functionsStayWithinTheirUlpsOverAllFloats() {
    // an odd step through all bit patterns: all exponents, both signs, NaN and infinities
    int step = 1009 * 16 * Sizes.STRIDE * Sizes.STRIDE + 1;
    int size = 16 * lanes();
    float[] a = new float[size];
    float[] dst = new float[size];
    for (Function function : Function.ALL) {
      for (long bits = 0; bits < 1L << 32; ) {
        for (int i = 0; i < size; i++, bits += step) {
          a[i] = Float.intBitsToFloat((int) bits);
        }
        function.kernel.apply(kernels().transcendentals(), a, 0, dst, 0, size);
        check(function, a, dst);
      }
    }
  }

  @Test
  default void functionsStayWithinTheirUlpsWhereTheyMatter() {
    int size = 64 * lanes();
    float[] a = new float[size];
    float[] dst = new float[size];
    for (Function function : Function.ALL) {
      for (float center : new float[] {-104, -88, -17, -9, -1, 0, 0.625f, 1, 9, 10, 88.7f}) {
        float x = center - 0.5f;
        for (int round = 0; round < Math.max(1, 64 / Sizes.STRIDE); round++) {
          for (int i = 0; i < size; i++) {
            a[i] = x;
            x += 1f / (64 * size);
          }
          function.kernel.apply(kernels().transcendentals(), a, 0, dst, 0, size);
          check(function, a, dst);
        }
      }
    }
  }

  private static void check(Function function, float[] a, float[] dst) {
    for (int i = 0; i < a.length; i++) {
      double error = Function.error(function.reference.applyAsDouble(a[i]), dst[i]);
      if (!(error <= function.ulps)) {
        assertEquals(
            (float) function.reference.applyAsDouble(a[i]),
            dst[i],
            function.name + " of " + a[i] + " is off by " + error + " ulp");
        // a zero of either sign may be equal and yet too far: never silently
        assertTrue(error <= function.ulps, function.name + " of " + a[i]);
      }
    }
  }

  @Test
  default void specialValuesInEveryPosition() {
    float[] specials = {
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      0f,
      -0f,
      1f,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      88.72283f,
      88.72284f,
      -103.97f,
      -103.98f,
      -87.4f,
      89f,
      -104.5f
    };
    int n = 2 * lanes() + 3;
    float[] dst = new float[n];
    for (Function function : Function.ALL) {
      for (float special : specials) {
        for (int i = 0; i < n; i += Sizes.STRIDE) {
          float[] a = new float[n];
          Arrays.fill(a, 0.25f);
          a[i] = special;
          function.kernel.apply(kernels().transcendentals(), a, 0, dst, 0, n);
          check(function, a, dst);
        }
      }
    }
    float[] zero = new float[lanes()];
    Arrays.fill(zero, -0f);
    kernels().transcendentals().tanh(zero, 0, zero, 0, lanes());
    assertEquals(-0f, zero[0], "tanh keeps the sign of zero");
  }

  @Test
  default void slicesAreWrittenInPlaceOrElsewhereAndNothingElseIs() {
    Sizes.each(
        lanes(),
        n -> {
          float[] x = Sizes.floats(n, n);
          for (Function function : Function.ALL) {
            int offset = n % (lanes() + 1);
            float[] a = Sizes.guarded(x, offset, 7);
            float[] dst = Sizes.guarded(new float[n], 2, 7);
            function.kernel.apply(kernels().transcendentals(), a, offset, dst, 2, n);
            function.kernel.apply(kernels().transcendentals(), a, offset, a, offset, n);
            for (int i = 0; i < n; i++) {
              double exact = function.reference.applyAsDouble(x[i]);
              assertTrue(Function.error(exact, dst[2 + i]) <= function.ulps);
              assertEquals(dst[2 + i], a[offset + i]);
            }
            for (int i = 0; i < offset; i++) {
              assertEquals(7f, a[i]);
            }
            assertEquals(7f, a[offset + n]);
            assertEquals(7f, dst[1]);
            assertEquals(7f, dst[2 + n]);
          }
        });
  }

  @Test
  default void softmaxAndLogSumExpAtEverySize() {
    Sizes.each(
        lanes(),
        n -> {
          if (n == 0) {
            return;
          }
          float[] x = Sizes.floats(n, n);
          for (int i = 0; i < n; i++) {
            x[i] = 20 * x[i] + 300;
          }
          double max = 0;
          for (float value : x) {
            max = Math.max(max, value);
          }
          double sum = 0;
          for (float value : x) {
            sum += Math.exp(value - max);
          }
          float[] a = Sizes.guarded(x, 1, 7);
          assertEquals(max + Math.log(sum), kernels().transcendentals().logSumExp(a, 1, n), 4e-5);
          kernels().transcendentals().softmax(a, 1, a, 1, n);
          for (int i = 0; i < n; i++) {
            double exact = Math.exp(x[i] - max) / sum;
            double roundings =
                (double) n / lanes()
                    + Math.log(lanes()) / Math.log(2)
                    + Math.log(n)
                    + max
                    - x[i]
                    + 8;
            double bound = roundings * 0x1p-24 * exact + Float.MIN_VALUE;
            assertEquals(exact, a[1 + i], bound, "n=" + n);
          }
          assertEquals(7f, a[0]);
          assertEquals(7f, a[1 + n]);
        });
  }

  @Test
  default void softmaxOfSpecialValues() {
    int n = 3 * lanes() + 1;
    float[] dst = new float[n];
    for (int i = 0; i < n; i += Sizes.STRIDE) {
      float[] a = new float[n];
      a[i] = Float.NEGATIVE_INFINITY;
      kernels().transcendentals().softmax(a, 0, dst, 0, n);
      assertEquals(0f, dst[i]);
      assertEquals(1f / (n - 1), dst[(i + 1) % n], 1e-6f / n);
      assertEquals(Math.log(n - 1), kernels().transcendentals().logSumExp(a, 0, n), 1e-5);
      a[i] = Float.POSITIVE_INFINITY;
      assertEquals(Float.POSITIVE_INFINITY, kernels().transcendentals().logSumExp(a, 0, n));
      a[i] = Float.NaN;
      kernels().transcendentals().softmax(a, 0, dst, 0, n);
      for (float value : dst) {
        assertEquals(Float.NaN, value);
      }
      assertEquals(Float.NaN, kernels().transcendentals().logSumExp(a, 0, n));
    }
    float[] nothing = new float[n];
    Arrays.fill(nothing, Float.NEGATIVE_INFINITY);
    assertEquals(Float.NEGATIVE_INFINITY, kernels().transcendentals().logSumExp(nothing, 0, n));
  }
}
