package dev.whippet.simd;

/// Eight accumulators break the chain of dependent additions that bounds a plain loop, under C1 as
/// under C2, and halve the growth of the rounding error three times. The last seven elements go to
/// accumulators of their own, so no element passes through more than `n/8 + 4` roundings.
final class ScalarFloatReductions implements FloatReductions {
  static final ScalarFloatReductions INSTANCE = new ScalarFloatReductions();

  /// Long vectors are summed in blocks, each a call. A loop of eight elements a step goes round so
  /// seldom that the interpreter would keep it for dozens of calls; a method called 200 times goes
  /// to C1 as soon as a plain loop does.
  private static final int BLOCK = 256;

  @Override
  public float dot(float[] a, int ao, float[] b, int bo, int n) {
    if (n <= BLOCK) {
      return blockDot(a, ao, b, bo, n);
    }
    float sum = 0;
    for (int done = 0; done < n; done += BLOCK) {
      sum += blockDot(a, ao + done, b, bo + done, Math.min(BLOCK, n - done));
    }
    return sum;
  }

  private static float blockDot(float[] a, int ao, float[] b, int bo, int n) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -8); i < end; i += 8, j += 8) {
      s0 += a[i] * b[j];
      s1 += a[i + 1] * b[j + 1];
      s2 += a[i + 2] * b[j + 2];
      s3 += a[i + 3] * b[j + 3];
      s4 += a[i + 4] * b[j + 4];
      s5 += a[i + 5] * b[j + 5];
      s6 += a[i + 6] * b[j + 6];
      s7 += a[i + 7] * b[j + 7];
    }
    if ((n & 4) != 0) {
      s0 += a[i] * b[j];
      s1 += a[i + 1] * b[j + 1];
      s2 += a[i + 2] * b[j + 2];
      s3 += a[i + 3] * b[j + 3];
      i += 4;
      j += 4;
    }
    if ((n & 2) != 0) {
      s4 += a[i] * b[j];
      s5 += a[i + 1] * b[j + 1];
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      s6 += a[i] * b[j];
    }
    return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
  }

  @Override
  public float cosine(float[] a, int ao, float[] b, int bo, int n) {
    float d0 = 0, d1 = 0, d2 = 0, d3 = 0;
    float p0 = 0, p1 = 0, p2 = 0, p3 = 0;
    float q0 = 0, q1 = 0, q2 = 0, q3 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      float x0 = a[i], x1 = a[i + 1], x2 = a[i + 2], x3 = a[i + 3];
      float y0 = b[j], y1 = b[j + 1], y2 = b[j + 2], y3 = b[j + 3];
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
      float x0 = a[i], x1 = a[i + 1];
      float y0 = b[j], y1 = b[j + 1];
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
    return FloatReductions.cosine(
        (d0 + d1) + (d2 + d3), (p0 + p1) + (p2 + p3), (q0 + q1) + (q2 + q3));
  }

  @Override
  public float squaredL2(float[] a, int ao, float[] b, int bo, int n) {
    if (n <= BLOCK) {
      return blockSquaredL2(a, ao, b, bo, n);
    }
    float sum = 0;
    for (int done = 0; done < n; done += BLOCK) {
      sum += blockSquaredL2(a, ao + done, b, bo + done, Math.min(BLOCK, n - done));
    }
    return sum;
  }

  private static float blockSquaredL2(float[] a, int ao, float[] b, int bo, int n) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -8); i < end; i += 8, j += 8) {
      s0 += square(a[i] - b[j]);
      s1 += square(a[i + 1] - b[j + 1]);
      s2 += square(a[i + 2] - b[j + 2]);
      s3 += square(a[i + 3] - b[j + 3]);
      s4 += square(a[i + 4] - b[j + 4]);
      s5 += square(a[i + 5] - b[j + 5]);
      s6 += square(a[i + 6] - b[j + 6]);
      s7 += square(a[i + 7] - b[j + 7]);
    }
    if ((n & 4) != 0) {
      s0 += square(a[i] - b[j]);
      s1 += square(a[i + 1] - b[j + 1]);
      s2 += square(a[i + 2] - b[j + 2]);
      s3 += square(a[i + 3] - b[j + 3]);
      i += 4;
      j += 4;
    }
    if ((n & 2) != 0) {
      s4 += square(a[i] - b[j]);
      s5 += square(a[i + 1] - b[j + 1]);
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      s6 += square(a[i] - b[j]);
    }
    return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
  }

  @Override
  public float l1(float[] a, int ao, float[] b, int bo, int n) {
    if (n <= BLOCK) {
      return blockL1(a, ao, b, bo, n);
    }
    float sum = 0;
    for (int done = 0; done < n; done += BLOCK) {
      sum += blockL1(a, ao + done, b, bo + done, Math.min(BLOCK, n - done));
    }
    return sum;
  }

  private static float blockL1(float[] a, int ao, float[] b, int bo, int n) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -8); i < end; i += 8, j += 8) {
      s0 += Math.abs(a[i] - b[j]);
      s1 += Math.abs(a[i + 1] - b[j + 1]);
      s2 += Math.abs(a[i + 2] - b[j + 2]);
      s3 += Math.abs(a[i + 3] - b[j + 3]);
      s4 += Math.abs(a[i + 4] - b[j + 4]);
      s5 += Math.abs(a[i + 5] - b[j + 5]);
      s6 += Math.abs(a[i + 6] - b[j + 6]);
      s7 += Math.abs(a[i + 7] - b[j + 7]);
    }
    if ((n & 4) != 0) {
      s0 += Math.abs(a[i] - b[j]);
      s1 += Math.abs(a[i + 1] - b[j + 1]);
      s2 += Math.abs(a[i + 2] - b[j + 2]);
      s3 += Math.abs(a[i + 3] - b[j + 3]);
      i += 4;
      j += 4;
    }
    if ((n & 2) != 0) {
      s4 += Math.abs(a[i] - b[j]);
      s5 += Math.abs(a[i + 1] - b[j + 1]);
      i += 2;
      j += 2;
    }
    if ((n & 1) != 0) {
      s6 += Math.abs(a[i] - b[j]);
    }
    return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
  }

  @Override
  public float sum(float[] a, int ao, int n) {
    if (n <= BLOCK) {
      return blockSum(a, ao, n);
    }
    float sum = 0;
    for (int done = 0; done < n; done += BLOCK) {
      sum += blockSum(a, ao + done, Math.min(BLOCK, n - done));
    }
    return sum;
  }

  private static float blockSum(float[] a, int ao, int n) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = ao;
    for (int end = ao + (n & -8); i < end; i += 8) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
      s4 += a[i + 4];
      s5 += a[i + 5];
      s6 += a[i + 6];
      s7 += a[i + 7];
    }
    if ((n & 4) != 0) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
      i += 4;
    }
    if ((n & 2) != 0) {
      s4 += a[i];
      s5 += a[i + 1];
      i += 2;
    }
    if ((n & 1) != 0) {
      s6 += a[i];
    }
    return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
  }

  @Override
  public float squaredDeviations(float[] a, int ao, int n, float mean) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
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
  public float min(float[] a, int ao, int n) {
    float m0 = a[ao], m1 = m0, m2 = m0, m3 = m0;
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
  public float max(float[] a, int ao, int n) {
    float m0 = a[ao], m1 = m0, m2 = m0, m3 = m0;
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
  public int argMin(float[] a, int ao, int n) {
    int best = 0;
    float least = a[ao];
    for (int i = 0; i < n; i++) {
      float x = a[ao + i];
      if (x < least) {
        least = x;
        best = i;
      } else if (!(x > least)) {
        if (Float.isNaN(x)) {
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
  public int argMax(float[] a, int ao, int n) {
    int best = 0;
    float most = a[ao];
    for (int i = 0; i < n; i++) {
      float x = a[ao + i];
      if (x > most) {
        most = x;
        best = i;
      } else if (!(x < most)) {
        if (Float.isNaN(x)) {
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

  private static float square(float x) {
    return x * x;
  }

  private static boolean isNegativeZero(float x) {
    return Float.floatToRawIntBits(x) == Integer.MIN_VALUE;
  }
}
