package dev.whippet.simd;

/// Reductions that are calculated in `double`. `n` is the length; `a` starts at `ao`, `b` at `bo`.
sealed interface DoubleReductions permits ScalarDoubleReductions, VectorDoubleReductions {
  double dot(double[] a, int ao, double[] b, int bo, int n);

  /// Products of floats are exact in double.
  double dot(float[] a, int ao, float[] b, int bo, int n);

  double cosine(double[] a, int ao, double[] b, int bo, int n);

  double squaredL2(double[] a, int ao, double[] b, int bo, int n);

  double l1(double[] a, int ao, double[] b, int bo, int n);

  double sum(double[] a, int ao, int n);

  /// The sum of `(a[i] - mean)²`.
  double squaredDeviations(double[] a, int ao, int n, double mean);

  /// Of at least one element.
  double min(double[] a, int ao, int n);

  /// Of at least one element.
  double max(double[] a, int ao, int n);

  /// The index within the slice, of at least one element.
  int argMin(double[] a, int ao, int n);

  /// The index within the slice, of at least one element.
  int argMax(double[] a, int ao, int n);

  /// The cosine of two vectors from the sums of their products. No wider type holds the product of
  /// the squares, so each root is taken by itself.
  static double cosine(double dot, double squaresOfA, double squaresOfB) {
    if ((squaresOfA == 0 || squaresOfB == 0) && !Double.isNaN(dot)) {
      return 0;
    }
    return dot / (Math.sqrt(squaresOfA) * Math.sqrt(squaresOfB));
  }
}
