package dev.whippet.simd;

/// Functions of each element of `a`, written to `dst`, and what is built on them.
sealed interface Transcendentals permits ScalarTranscendentals, VectorTranscendentals {
  void exp(float[] a, int ao, float[] dst, int to, int n);

  void log(float[] a, int ao, float[] dst, int to, int n);

  void sigmoid(float[] a, int ao, float[] dst, int to, int n);

  void tanh(float[] a, int ao, float[] dst, int to, int n);

  /// Of at least one element.
  void softmax(float[] a, int ao, float[] dst, int to, int n);

  /// Of at least one element.
  float logSumExp(float[] a, int ao, int n);
}
