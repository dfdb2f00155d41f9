package dev.whippet.simd;

/// Four accumulators: see [ScalarFloatReductions]. No element passes through more than `n/4 + 4`
/// roundings.
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
    if ((n & 2) != 0) {
      s0 += a[i] * b[j];
      s1 += a[i + 1] * b[j + 1];
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      s2 += a[i] * b[j];
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
    if ((n & 2) != 0) {
      s0 += (double) a[i] * b[j];
      s1 += (double) a[i + 1] * b[j + 1];
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      s2 += (double) a[i] * b[j];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double cosine(double[] a, int ao, double[] b, int bo, int n) {
    double d0 = 0, d1 = 0, d2 = 0, d3 = 0;
    double p0 = 0, p1 = 0, p2 = 0, p3 = 0;
    double q0 = 0, q1 = 0, q2 = 0, q3 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      double x0 = a[i], x1 = a[i + 1], x2 = a[i + 2], x3 = a[i + 3];
      double y0 = b[j], y1 = b[j + 1], y2 = b[j + 2], y3 = b[j + 3];
      d0 += x0 * y0;
      d1 += x1 * y1;
      d2 += x2 * y2;
      d3 += x3 * y3;
      p0 += x0 * x0;
      p1 += x1 * x1;
      p2 += x2 * x2;
      p3 += x3 * x3;
      q0 += y0 * y0;
      q1 += y1 * y1;
      q2 += y2 * y2;
      q3 += y3 * y3;
    }
    if ((n & 2) != 0) {
      double x0 = a[i], x1 = a[i + 1];
      double y0 = b[j], y1 = b[j + 1];
      d0 += x0 * y0;
      d1 += x1 * y1;
      p0 += x0 * x0;
      p1 += x1 * x1;
      q0 += y0 * y0;
      q1 += y1 * y1;
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      d2 += a[i] * b[j];
      p2 += a[i] * a[i];
      q2 += b[j] * b[j];
    }
    return DoubleReductions.cosine(
        (d0 + d1) + (d2 + d3), (p0 + p1) + (p2 + p3), (q0 + q1) + (q2 + q3));
  }

  @Override
  public double squaredL2(double[] a, int ao, double[] b, int bo, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      s0 += square(a[i] - b[j]);
      s1 += square(a[i + 1] - b[j + 1]);
      s2 += square(a[i + 2] - b[j + 2]);
      s3 += square(a[i + 3] - b[j + 3]);
    }
    if ((n & 2) != 0) {
      s0 += square(a[i] - b[j]);
      s1 += square(a[i + 1] - b[j + 1]);
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      s2 += square(a[i] - b[j]);
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double l1(double[] a, int ao, double[] b, int bo, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      s0 += Math.abs(a[i] - b[j]);
      s1 += Math.abs(a[i + 1] - b[j + 1]);
      s2 += Math.abs(a[i + 2] - b[j + 2]);
      s3 += Math.abs(a[i + 3] - b[j + 3]);
    }
    if ((n & 2) != 0) {
      s0 += Math.abs(a[i] - b[j]);
      s1 += Math.abs(a[i + 1] - b[j + 1]);
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      s2 += Math.abs(a[i] - b[j]);
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
    if ((n & 2) != 0) {
      s0 += a[i];
      s1 += a[i + 1];
      i += 2;
    }
    if ((n & 1) != 0) {
      s2 += a[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double squaredDeviations(double[] a, int ao, int n, double mean) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = ao;
    for (int end = ao + (n & -4); i < end; i += 4) {
      s0 += square(a[i] - mean);
      s1 += square(a[i + 1] - mean);
      s2 += square(a[i + 2] - mean);
      s3 += square(a[i + 3] - mean);
    }
    if ((n & 2) != 0) {
      s0 += square(a[i] - mean);
      s1 += square(a[i + 1] - mean);
      i += 2;
    }
    if ((n & 1) != 0) {
      s2 += square(a[i] - mean);
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double min(double[] a, int ao, int n) {
    double m0 = a[ao], m1 = m0, m2 = m0, m3 = m0;
    int i = ao;
    for (int end = ao + (n & -4); i < end; i += 4) {
      m0 = Math.min(m0, a[i]);
      m1 = Math.min(m1, a[i + 1]);
      m2 = Math.min(m2, a[i + 2]);
      m3 = Math.min(m3, a[i + 3]);
    }
    for (int end = ao + n; i < end; i++) {
      m0 = Math.min(m0, a[i]);
    }
    return Math.min(Math.min(m0, m1), Math.min(m2, m3));
  }

  @Override
  public double max(double[] a, int ao, int n) {
    double m0 = a[ao], m1 = m0, m2 = m0, m3 = m0;
    int i = ao;
    for (int end = ao + (n & -4); i < end; i += 4) {
      m0 = Math.max(m0, a[i]);
      m1 = Math.max(m1, a[i + 1]);
      m2 = Math.max(m2, a[i + 2]);
      m3 = Math.max(m3, a[i + 3]);
    }
    for (int end = ao + n; i < end; i++) {
      m0 = Math.max(m0, a[i]);
    }
    return Math.max(Math.max(m0, m1), Math.max(m2, m3));
  }

  @Override
  public int argMin(double[] a, int ao, int n) {
    int best = 0;
    double least = a[ao];
    for (int i = 0; i < n; i++) {
      double x = a[ao + i];
      if (x < least) {
        least = x;
        best = i;
      } else if (!(x > least)) {
        if (Double.isNaN(x)) {
          return i;
        }
        if (isNegativeZero(x) && !isNegativeZero(least)) {
          least = x;
          best = i;
        }
      }
    }
    return best;
  }

  @Override
  public int argMax(double[] a, int ao, int n) {
    int best = 0;
    double most = a[ao];
    for (int i = 0; i < n; i++) {
      double x = a[ao + i];
      if (x > most) {
        most = x;
        best = i;
      } else if (!(x < most)) {
        if (Double.isNaN(x)) {
          return i;
        }
        if (isNegativeZero(most) && !isNegativeZero(x)) {
          most = x;
          best = i;
        }
      }
    }
    return best;
  }

  private static double square(double x) {
    return x * x;
  }

  private static boolean isNegativeZero(double x) {
    return Double.doubleToRawLongBits(x) == Long.MIN_VALUE;
  }
}
