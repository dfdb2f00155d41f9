package dev.whippet.simd;

/// Puts [VectorExponentials] and [VectorLogarithm] together.
final class VectorTranscendentals implements Transcendentals {
  static final VectorTranscendentals INSTANCE = new VectorTranscendentals();

  @Override
  public void exp(float[] a, int ao, float[] dst, int to, int n) {
    int done = VectorExponentials.wholeVectors(n);
    VectorExponentials.exp(a, ao, 0, dst, to, done);
    ScalarTranscendentals.INSTANCE.exp(a, ao + done, dst, to + done, n - done);
  }

  @Override
  public void log(float[] a, int ao, float[] dst, int to, int n) {
    VectorLogarithm.log(a, ao, dst, to, n);
  }

  @Override
  public void sigmoid(float[] a, int ao, float[] dst, int to, int n) {
    VectorExponentials.sigmoid(a, ao, dst, to, n);
  }

  @Override
  public void tanh(float[] a, int ao, float[] dst, int to, int n) {
    VectorExponentials.tanh(a, ao, dst, to, n);
  }

  @Override
  public void softmax(float[] a, int ao, float[] dst, int to, int n) {
    float max = VectorFloatReductions.INSTANCE.max(a, ao, n);
    int done = VectorExponentials.wholeVectors(n);
    double sum = VectorExponentials.exp(a, ao, max, dst, to, done);
    for (int i = done; i < n; i++) {
      float e = (float) Math.exp(a[ao + i] - max);
      dst[to + i] = e;
      sum += e;
    }
    ElementWise.scale(dst, to, (float) (1 / sum), dst, to, n);
  }

  @Override
  public float logSumExp(float[] a, int ao, int n) {
    float max = VectorFloatReductions.INSTANCE.max(a, ao, n);
    if (Float.isInfinite(max)) {
      return max;
    }
    int done = VectorExponentials.wholeVectors(n);
    double sum = VectorExponentials.exp(a, ao, max, null, 0, done);
    for (int i = done; i < n; i++) {
      sum += Math.exp(a[ao + i] - max);
    }
    return (float) (max + Math.log(sum));
  }
}
