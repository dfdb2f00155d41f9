package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// Element by element, whole and in slices, elsewhere and in place: exactly what Java calculates.
class ArithmeticTest {
  private static final float[] SPECIALS = {
    0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 1e38f, -2
  };

  private record Operation(String name, Call call, Formula formula) {
    interface Call {
      void run(float[] a, int ao, float[] b, int bo, float[] c, int co, float[] d, int to, int n);
    }

    interface Formula {
      float of(float a, float b, float c);
    }
  }

  private static final Operation[] ALL = {
    new Operation(
        "add",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.add(a, ao, b, bo, d, to, n),
        (x, y, z) -> x + y),
    new Operation(
        "sub",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.sub(a, ao, b, bo, d, to, n),
        (x, y, z) -> x - y),
    new Operation(
        "mul",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.mul(a, ao, b, bo, d, to, n),
        (x, y, z) -> x * y),
    new Operation(
        "div",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.div(a, ao, b, bo, d, to, n),
        (x, y, z) -> x / y),
    new Operation(
        "fma",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.fma(a, ao, b, bo, c, co, d, to, n),
        Math::fma),
    new Operation(
        "scale",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.scale(a, ao, 3, d, to, n),
        (x, y, z) -> x * 3),
    new Operation(
        "abs",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.abs(a, ao, d, to, n),
        (x, y, z) -> Math.abs(x)),
    new Operation(
        "negate",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.negate(a, ao, d, to, n),
        (x, y, z) -> -x),
    new Operation(
        "clamp",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.clamp(a, ao, -1, 2, d, to, n),
        (x, y, z) -> Float.isNaN(x) ? x : x < -1 ? -1 : x > 2 ? 2 : x),
    new Operation(
        "relu",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.relu(a, ao, d, to, n),
        (x, y, z) -> Float.isNaN(x) ? x : x > 0 ? x : 0),
    new Operation(
        "sqrt",
        (a, ao, b, bo, c, co, d, to, n) -> SimdOps.sqrt(a, ao, d, to, n),
        (x, y, z) -> (float) Math.sqrt(x)),
  };

  private static float[] input(int n, int seed) {
    float[] a = Sizes.floats(n, seed);
    for (int i = seed % 3; i < n; i += 3) {
      a[i] = SPECIALS[(i + seed) % SPECIALS.length];
    }
    return a;
  }

  @Test
  void everyElementIsWhatJavaCalculates() {
    for (Operation operation : ALL) {
      Sizes.each(
          8,
          n -> {
            int offset = n % 9;
            float[] a = Sizes.guarded(input(n, n), offset, 7);
            float[] b = Sizes.guarded(input(n, n + 1), 1, 7);
            float[] c = Sizes.guarded(input(n, n + 2), 0, 7);
            float[] dst = Sizes.guarded(new float[n], 2, 7);
            operation.call.run(a, offset, b, 1, c, 0, dst, 2, n);
            for (int i = 0; i < n; i++) {
              float expected = operation.formula.of(a[offset + i], b[1 + i], c[i]);
              assertEquals(expected, dst[2 + i], operation.name + " at " + i);
            }
            assertEquals(7f, dst[1]);
            assertEquals(7f, dst[2 + n]);
            operation.call.run(a, offset, b, 1, c, 0, a, offset, n);
            for (int i = 0; i < n; i++) {
              assertEquals(dst[2 + i], a[offset + i], operation.name + " in place");
            }
          });
    }
  }

  @Test
  void axpyAddsAMultipleRoundedTwice() {
    float[] x = input(100, 1);
    float[] y = input(100, 2);
    float[] expected = new float[100];
    for (int i = 0; i < 100; i++) {
      expected[i] = y[i] + 0.3f * x[i];
    }
    SimdOps.axpy(0.3f, x, y);
    for (int i = 0; i < 100; i++) {
      assertEquals(expected[i], y[i]);
    }
    float[] same = {1, 2};
    SimdOps.axpy(2, same, same);
    assertEquals(6f, same[1]);
  }

  @Test
  void clampNeedsItsLimitsInOrder() {
    float[] a = {1};
    assertThrows(IllegalArgumentException.class, () -> SimdOps.clamp(a, 2, 1, a));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.clamp(a, Float.NaN, 1, a));
  }
}
