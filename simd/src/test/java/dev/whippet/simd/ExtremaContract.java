package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

interface ExtremaContract extends TierContract {
  @Test
  default void extremaAreThoseOfMathAtEverySizeAndOffset() {
    Sizes.each(
        lanes(),
        n -> {
          if (n == 0) {
            return;
          }
          float[] x = Sizes.floats(n, n);
          for (int offset = 0; offset <= lanes(); offset += Sizes.STRIDE) {
            for (float guard : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1e9f}) {
              check(Sizes.guarded(x, offset, guard), offset, n);
            }
          }
        });
  }

  private void check(float[] a, int offset, int n) {
    float min = a[offset];
    float max = a[offset];
    for (int i = 0; i < n; i++) {
      min = Math.min(min, a[offset + i]);
      max = Math.max(max, a[offset + i]);
    }
    int argMin = indexOf(min, a, offset);
    int argMax = indexOf(max, a, offset);
    // assertEquals tells -0.0 from 0.0
    assertEquals(min, kernels().floats().min(a, offset, n));
    assertEquals(max, kernels().floats().max(a, offset, n));
    assertEquals(argMin, kernels().floats().argMin(a, offset, n));
    assertEquals(argMax, kernels().floats().argMax(a, offset, n));
  }

  private static int indexOf(float value, float[] a, int offset) {
    int i = 0;
    while (Float.floatToIntBits(a[offset + i]) != Float.floatToIntBits(value)) {
      i++;
    }
    return i;
  }

  @Test
  default void everyPositionCanHoldASpecialValue() {
    float[] specials = {
      Float.NaN,
      Float.intBitsToFloat(0xffc00001),
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      0f,
      -0f,
      Float.MAX_VALUE,
      -Float.MAX_VALUE
    };
    float[] grounds = {0f, -0f, 1f, -1f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
    for (int n : new int[] {1, lanes() - 1, lanes(), lanes() + 1, 6 * lanes() + lanes() / 2}) {
      float[] a = new float[Math.max(n, 1)];
      for (float ground : grounds) {
        Arrays.fill(a, ground);
        for (float special : specials) {
          for (int i = 0; i < a.length; i += Sizes.STRIDE) {
            a[i] = special;
            check(a, 0, a.length);
            a[i] = ground;
          }
        }
      }
    }
  }

  @Test
  default void theFirstOfEqualsIsTheArgument() {
    int n = 7 * lanes() + 1;
    for (int i = 0; i < n; i += Sizes.STRIDE) {
      for (int j = i; j < n; j += lanes() - 1 + Sizes.STRIDE) {
        float[] a = new float[n];
        a[i] = 5;
        a[j] = 5;
        assertEquals(i, kernels().floats().argMax(a, 0, n));
        a[i] = -5;
        a[j] = -5;
        assertEquals(i, kernels().floats().argMin(a, 0, n));
        a[i] = Float.NaN;
        a[j] = Float.NaN;
        assertEquals(i, kernels().floats().argMin(a, 0, n));
        assertEquals(i, kernels().floats().argMax(a, 0, n));
      }
    }
  }

  @Test
  default void infinitiesOfBothSignsAreNotTakenForNaN() {
    float[] a = Sizes.floats(5 * lanes(), 3);
    a[1] = Float.POSITIVE_INFINITY;
    a[lanes() + 1] = Float.NEGATIVE_INFINITY;
    assertEquals(Float.POSITIVE_INFINITY, kernels().floats().max(a, 0, a.length));
    assertEquals(Float.NEGATIVE_INFINITY, kernels().floats().min(a, 0, a.length));
    assertEquals(1, kernels().floats().argMax(a, 0, a.length));
    assertEquals(lanes() + 1, kernels().floats().argMin(a, 0, a.length));
  }
}
