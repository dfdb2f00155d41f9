package dev.whippet.simd;

/// Reductions that are calculated in `double`.
sealed interface DoubleReductions permits ScalarDoubleReductions, VectorDoubleReductions {
  double dot(double[] a, int ao, double[] b, int bo, int n);

  /// Products of floats are exact in double.
  double dot(float[] a, int ao, float[] b, int bo, int n);

  double squaredL2(double[] a, int ao, double[] b, int bo, int n);

  double sum(double[] a, int ao, int n);
}
