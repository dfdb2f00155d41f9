package dev.whippet.simd;

/// Four accumulators: see [ScalarFloatReductions].
final class ScalarDoubleReductions implements DoubleReductions {
  static final ScalarDoubleReductions INSTANCE = new ScalarDoubleReductions();

  @Override
  public double dot(double[] a, int ao, double[] b, int bo, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      s0 += a[i] * b[j];
      s1 += a[i + 1] * b[j + 1];
      s2 += a[i + 2] * b[j + 2];
      s3 += a[i + 3] * b[j + 3];
    }
    for (int end = ao + n; i < end; i++, j++) {
      s0 += a[i] * b[j];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double dot(float[] a, int ao, float[] b, int bo, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      s0 += (double) a[i] * b[j];
      s1 += (double) a[i + 1] * b[j + 1];
      s2 += (double) a[i + 2] * b[j + 2];
      s3 += (double) a[i + 3] * b[j + 3];
    }
    for (int end = ao + n; i < end; i++, j++) {
      s0 += (double) a[i] * b[j];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double squaredL2(double[] a, int ao, double[] b, int bo, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      double d0 = a[i] - b[j], d1 = a[i + 1] - b[j + 1];
      double d2 = a[i + 2] - b[j + 2], d3 = a[i + 3] - b[j + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (int end = ao + n; i < end; i++, j++) {
      double d = a[i] - b[j];
      s0 += d * d;
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double sum(double[] a, int ao, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = ao;
    for (int end = ao + (n & -4); i < end; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (int end = ao + n; i < end; i++) {
      s0 += a[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
