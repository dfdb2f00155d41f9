package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

interface MatrixKernelsContract extends TierContract {
  @Test
  default void gemmStaysWithinTheBoundForManyShapes() {
    int width = 2 * lanes();
    int[] rows = {0, 1, 2, 3, 4, 5, 6, 7, 13};
    int[] columns = {0, 1, lanes() - 1, lanes(), width - 1, width, width + 1, 2 * width + 3};
    int[] depths = {0, 1, 2, 5, 17, 300};
    Random random = new Random(1);
    int shape = 0;
    for (int m : rows) {
      for (int n : columns) {
        for (int k : depths) {
          if (shape++ % Sizes.STRIDE == 0) {
            float beta = new float[] {0, 1, -0.5f}[random.nextInt(3)];
            float alpha = random.nextBoolean() ? 1 : 2.5f;
            check(m, n, k, alpha, beta, random.nextInt(4), random);
          }
        }
      }
    }
  }

  private void check(int m, int n, int k, float alpha, float beta, int gap, Random random) {
    int lda = k + gap;
    int ldb = n + gap;
    int ldc = n + gap;
    float[] a = Sizes.floats(m * lda + 5, random.nextLong());
    float[] b = Sizes.floats(k * ldb + 5, random.nextLong());
    float[] c = Sizes.floats(m * ldc + 5, random.nextLong());
    if (beta == 0) {
      Arrays.fill(c, Float.NaN);
    }
    float[] before = c.clone();
    boolean[] written = new boolean[c.length];
    kernels().matrices().gemm(m, n, k, alpha, a, 2, lda, b, 3, ldb, beta, c, 1, ldc);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int at = 1 + i * ldc + j;
        double exact = beta == 0 ? 0 : (double) beta * before[at];
        double magnitude = Math.abs(exact);
        for (int p = 0; p < k; p++) {
          double product = (double) alpha * a[2 + i * lda + p] * b[3 + p * ldb + j];
          exact += product;
          magnitude += Math.abs(product);
        }
        String what = m + " x " + n + " x " + k + " at " + i + ", " + j;
        assertEquals(exact, c[at], (k + 4) * 0x1p-24 * magnitude, what);
        written[at] = true;
      }
    }
    for (int at = 0; at < c.length; at++) {
      if (!written[at]) {
        assertEquals(before[at], c[at], "nothing else is written");
      }
    }
  }
}
