package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

interface DoubleExtremaContract extends TierContract {
  @Test
  default void extremaAreThoseOfMathAtEverySizeAndOffsetOfDoubles() {
    Sizes.each(
        lanes(),
        n -> {
          if (n == 0) {
            return;
          }
          double[] x = Sizes.doubles(n, n);
          for (int offset = 0; offset <= lanes(); offset += Sizes.STRIDE) {
            for (double guard : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e9}) {
              checkDoubles(Sizes.guarded(x, offset, guard), offset, n);
            }
          }
        });
  }

  private void checkDoubles(double[] a, int offset, int n) {
    double min = a[offset];
    double max = a[offset];
    for (int i = 0; i < n; i++) {
      min = Math.min(min, a[offset + i]);
      max = Math.max(max, a[offset + i]);
    }
    int argMin = indexOf(min, a, offset);
    int argMax = indexOf(max, a, offset);
    // assertEquals tells -0.0 from 0.0
    assertEquals(min, kernels().doubles().min(a, offset, n));
    assertEquals(max, kernels().doubles().max(a, offset, n));
    assertEquals(argMin, kernels().doubles().argMin(a, offset, n));
    assertEquals(argMax, kernels().doubles().argMax(a, offset, n));
  }

  private static int indexOf(double value, double[] a, int offset) {
    int i = 0;
    while (Double.doubleToLongBits(a[offset + i]) != Double.doubleToLongBits(value)) {
      i++;
    }
    return i;
  }

  @Test
  default void everyPositionCanHoldASpecialValueOfDoubles() {
    double[] specials = {
      Double.NaN,
      Double.longBitsToDouble(0xfff8000000000001L),
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      0d,
      -0d,
      Double.MAX_VALUE,
      -Double.MAX_VALUE
    };
    double[] grounds = {0d, -0d, 1d, -1d, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    for (int n : new int[] {1, lanes() - 1, lanes(), lanes() + 1, 6 * lanes() + lanes() / 2}) {
      double[] a = new double[Math.max(n, 1)];
      for (double ground : grounds) {
        Arrays.fill(a, ground);
        for (double special : specials) {
          for (int i = 0; i < a.length; i += Sizes.STRIDE) {
            a[i] = special;
            checkDoubles(a, 0, a.length);
            a[i] = ground;
          }
        }
      }
    }
  }

  @Test
  default void theFirstOfEqualsIsTheArgumentOfDoubles() {
    int n = 7 * lanes() + 1;
    for (int i = 0; i < n; i += Sizes.STRIDE) {
      for (int j = i; j < n; j += lanes() - 1 + Sizes.STRIDE) {
        double[] a = new double[n];
        a[i] = 5;
        a[j] = 5;
        assertEquals(i, kernels().doubles().argMax(a, 0, n));
        a[i] = -5;
        a[j] = -5;
        assertEquals(i, kernels().doubles().argMin(a, 0, n));
        a[i] = Double.NaN;
        a[j] = Double.NaN;
        assertEquals(i, kernels().doubles().argMin(a, 0, n));
        assertEquals(i, kernels().doubles().argMax(a, 0, n));
      }
    }
  }

  @Test
  default void infinitiesOfBothSignsAreNotTakenForNaNOfDoubles() {
    double[] a = Sizes.doubles(5 * lanes(), 3);
    a[1] = Double.POSITIVE_INFINITY;
    a[lanes() + 1] = Double.NEGATIVE_INFINITY;
    assertEquals(Double.POSITIVE_INFINITY, kernels().doubles().max(a, 0, a.length));
    assertEquals(Double.NEGATIVE_INFINITY, kernels().doubles().min(a, 0, a.length));
    assertEquals(1, kernels().doubles().argMax(a, 0, a.length));
    assertEquals(lanes() + 1, kernels().doubles().argMin(a, 0, a.length));
  }
}
