package dev.whippet.simd;

/// Exact reductions of `byte` slices, as signed integers but for `hamming`.
sealed interface ByteReductions permits ScalarByteReductions, VectorByteReductions {
  long dot(byte[] a, int ao, byte[] b, int bo, int n);

  long squaredL2(byte[] a, int ao, byte[] b, int bo, int n);

  float cosine(byte[] a, int ao, byte[] b, int bo, int n);

  long hamming(byte[] a, int ao, byte[] b, int bo, int n);

  /// The cosine of two vectors from the exact sums of their products.
  static float cosine(long dot, long squaresOfA, long squaresOfB) {
    return squaresOfA == 0 || squaresOfB == 0
        ? 0
        : (float) (dot / (Math.sqrt((double) squaresOfA) * Math.sqrt((double) squaresOfB)));
  }
}
