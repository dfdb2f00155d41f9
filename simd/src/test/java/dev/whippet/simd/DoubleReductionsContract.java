package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

interface DoubleReductionsContract extends TierContract {
  @Test
  default void doublesAreWithinTheBoundOfTheExactSumAtEverySize() {
    Sizes.each(
        lanes(),
        n -> {
          double[] x = Sizes.doubles(n, n);
          double[] y = Sizes.doubles(n, n + 1);
          float[] p = Sizes.floats(n, n);
          float[] q = Sizes.floats(n, n + 1);
          BigDecimal dot = BigDecimal.ZERO;
          BigDecimal floats = BigDecimal.ZERO;
          BigDecimal squares = BigDecimal.ZERO;
          BigDecimal sum = BigDecimal.ZERO;
          double magnitude = 0;
          for (int i = 0; i < n; i++) {
            dot = dot.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
            floats = floats.add(new BigDecimal(p[i]).multiply(new BigDecimal(q[i])));
            BigDecimal difference = new BigDecimal(x[i]).subtract(new BigDecimal(y[i]));
            squares = squares.add(difference.multiply(difference));
            sum = sum.add(new BigDecimal(x[i]));
            magnitude += Math.abs(x[i]) + Math.abs(x[i] * y[i]) + Math.abs((double) p[i] * q[i]);
            magnitude += (x[i] - y[i]) * (x[i] - y[i]);
          }
          double bound = (n + 5) * 0x1p-53 * magnitude;
          int offset = n % lanes();
          double[] a = shifted(x, offset);
          double[] b = shifted(y, 1);
          DoubleReductions doubles = kernels().doubles();
          assertEquals(dot.doubleValue(), doubles.dot(a, offset, b, 1, n), bound);
          assertEquals(squares.doubleValue(), doubles.squaredL2(a, offset, b, 1, n), bound);
          assertEquals(sum.doubleValue(), doubles.sum(a, offset, n), bound);
          float[] c = Sizes.guarded(p, offset, Float.NaN);
          float[] d = Sizes.guarded(q, 1, Float.NaN);
          assertEquals(floats.doubleValue(), doubles.dot(c, offset, d, 1, n), bound);
        });
  }

  private static double[] shifted(double[] values, int offset) {
    double[] a = new double[values.length + offset + 3];
    Arrays.fill(a, Double.NaN);
    System.arraycopy(values, 0, a, offset, values.length);
    return a;
  }

  @Test
  default void notANumberGoesThroughFromEveryPosition() {
    int n = 9 * lanes() + 1;
    double[] a = Sizes.doubles(n, 1);
    float[] p = Sizes.floats(n, 1);
    float[] q = Sizes.floats(n, 2);
    for (int i = 0; i < n; i += Sizes.STRIDE) {
      double before = a[i];
      float single = p[i];
      a[i] = Double.NaN;
      p[i] = Float.NaN;
      assertEquals(Double.NaN, kernels().doubles().sum(a, 0, n));
      assertEquals(Double.NaN, kernels().doubles().dot(a, 0, a, 0, n));
      assertEquals(Double.NaN, kernels().doubles().squaredL2(a, 0, a, 0, n));
      assertEquals(Double.NaN, kernels().doubles().dot(p, 0, q, 0, n));
      a[i] = before;
      p[i] = single;
    }
  }
}
