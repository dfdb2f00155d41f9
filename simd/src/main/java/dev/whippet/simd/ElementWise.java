package dev.whippet.simd;

/// Loops that C2 vectorises by itself, so they are plain in both tiers.
final class ElementWise {
  private ElementWise() {}

  static void scale(float[] a, int ao, float factor, float[] dst, int to, int n) {
    for (int i = 0; i < n; i++) {
      dst[to + i] = a[ao + i] * factor;
    }
  }

  /// `dst += factor * a`
  static void axpy(float factor, float[] a, int ao, float[] dst, int to, int n) {
    for (int i = 0; i < n; i++) {
      dst[to + i] += factor * a[ao + i];
    }
  }

  /// `c *= beta`, where a beta of 0 forgets what c was.
  static void rescale(float beta, float[] c, int co, int n) {
    if (beta == 0) {
      java.util.Arrays.fill(c, co, co + n, 0);
    } else if (beta != 1) {
      scale(c, co, beta, c, co, n);
    }
  }

  static void subtract(float[] a, int ao, float x, float[] dst, int to, int n) {
    for (int i = 0; i < n; i++) {
      dst[to + i] = a[ao + i] - x;
    }
  }
}
