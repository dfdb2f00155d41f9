package dev.whippet.simd;

/// Reductions of `float` slices. `n` is the length; `a` starts at `ao`, `b` at `bo`.
sealed interface FloatReductions permits ScalarFloatReductions, VectorFloatReductions {
  float dot(float[] a, int ao, float[] b, int bo, int n);

  float cosine(float[] a, int ao, float[] b, int bo, int n);

  float squaredL2(float[] a, int ao, float[] b, int bo, int n);

  float l1(float[] a, int ao, float[] b, int bo, int n);

  float sum(float[] a, int ao, int n);

  /// The sum of `(a[i] - mean)²`.
  float squaredDeviations(float[] a, int ao, int n, float mean);

  /// Of at least one element.
  float min(float[] a, int ao, int n);

  /// Of at least one element.
  float max(float[] a, int ao, int n);

  /// The index within the slice, of at least one element.
  int argMin(float[] a, int ao, int n);

  /// The index within the slice, of at least one element.
  int argMax(float[] a, int ao, int n);

  /// The cosine of two vectors from the sums of their products.
  static float cosine(float dot, float squaresOfA, float squaresOfB) {
    if ((squaresOfA == 0 || squaresOfB == 0) && !Float.isNaN(dot)) {
      return 0;
    }
    return (float) (dot / Math.sqrt((double) squaresOfA * squaresOfB));
  }
}
