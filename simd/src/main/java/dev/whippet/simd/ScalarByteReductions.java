package dev.whippet.simd;

/// Sums in `int` over blocks that cannot overflow it, and in `long` over the blocks.
final class ScalarByteReductions implements ByteReductions {
  static final ScalarByteReductions INSTANCE = new ScalarByteReductions();

  /// 2^14 products of at most 255² each, on two accumulators, stay below 2^31.
  private static final int BLOCK = 1 << 14;

  @Override
  public long dot(byte[] a, int ao, byte[] b, int bo, int n) {
    long total = 0;
    for (int done = 0; done < n; done += BLOCK) {
      total += blockDot(a, ao + done, b, bo + done, Math.min(BLOCK, n - done));
    }
    return total;
  }

  private static int blockDot(byte[] a, int ao, byte[] b, int bo, int n) {
    int s0 = 0, s1 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -4); i < end; i += 4, j += 4) {
      s0 += a[i] * b[j] + a[i + 1] * b[j + 1];
      s1 += a[i + 2] * b[j + 2] + a[i + 3] * b[j + 3];
    }
    for (int end = ao + n; i < end; i++, j++) {
      s0 += a[i] * b[j];
    }
    return s0 + s1;
  }

  @Override
  public long squaredL2(byte[] a, int ao, byte[] b, int bo, int n) {
    long total = 0;
    for (int done = 0; done < n; done += BLOCK) {
      total += blockSquaredL2(a, ao + done, b, bo + done, Math.min(BLOCK, n - done));
    }
    return total;
  }

  private static int blockSquaredL2(byte[] a, int ao, byte[] b, int bo, int n) {
    int s0 = 0, s1 = 0;
    int i = ao;
    int j = bo;
    for (int end = ao + (n & -2); i < end; i += 2, j += 2) {
      int d0 = a[i] - b[j], d1 = a[i + 1] - b[j + 1];
      s0 += d0 * d0;
      s1 += d1 * d1;
    }
    if (i < ao + n) {
      int d = a[i] - b[j];
      s0 += d * d;
    }
    return s0 + s1;
  }

  @Override
  public float cosine(byte[] a, int ao, byte[] b, int bo, int n) {
    long dot = 0, squaresOfA = 0, squaresOfB = 0;
    for (int done = 0; done < n; done += BLOCK) {
      int d = 0, p = 0, q = 0;
      for (int i = done, end = done + Math.min(BLOCK, n - done); i < end; i++) {
        int x = a[ao + i], y = b[bo + i];
        d += x * y;
        p += x * x;
        q += y * y;
      }
      dot += d;
      squaresOfA += p;
      squaresOfB += q;
    }
    return ByteReductions.cosine(dot, squaresOfA, squaresOfB);
  }

  @Override
  public long hamming(byte[] a, int ao, byte[] b, int bo, int n) {
    long total = 0;
    int i = 0;
    for (; i <= n - 4; i += 4) {
      int p = ao + i, q = bo + i;
      int bits =
          ((a[p] ^ b[q]) & 0xff)
              | (((a[p + 1] ^ b[q + 1]) & 0xff) << 8)
              | (((a[p + 2] ^ b[q + 2]) & 0xff) << 16)
              | ((a[p + 3] ^ b[q + 3]) << 24);
      total += Integer.bitCount(bits);
    }
    for (; i < n; i++) {
      total += Integer.bitCount((a[ao + i] ^ b[bo + i]) & 0xff);
    }
    return total;
  }
}
