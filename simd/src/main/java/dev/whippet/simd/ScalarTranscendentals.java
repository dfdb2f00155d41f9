package dev.whippet.simd;

/// By way of [Math] in double precision, which the JVM knows from the first call: the results are
/// those of the exact function, rounded to float.
final class ScalarTranscendentals implements Transcendentals {
  static final ScalarTranscendentals INSTANCE = new ScalarTranscendentals();

  @Override
  public void exp(float[] a, int ao, float[] dst, int to, int n) {
    for (int i = 0; i < n; i++) {
      dst[to + i] = (float) Math.exp(a[ao + i]);
    }
  }

  @Override
  public void log(float[] a, int ao, float[] dst, int to, int n) {
    for (int i = 0; i < n; i++) {
      dst[to + i] = (float) Math.log(a[ao + i]);
    }
  }

  @Override
  public void sigmoid(float[] a, int ao, float[] dst, int to, int n) {
    for (int i = 0; i < n; i++) {
      dst[to + i] = (float) (1 / (1 + Math.exp(-(double) a[ao + i])));
    }
  }

  @Override
  public void tanh(float[] a, int ao, float[] dst, int to, int n) {
    for (int i = 0; i < n; i++) {
      dst[to + i] = (float) Math.tanh(a[ao + i]);
    }
  }

  @Override
  public void softmax(float[] a, int ao, float[] dst, int to, int n) {
    float max = ScalarFloatReductions.INSTANCE.max(a, ao, n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      float e = (float) Math.exp(a[ao + i] - max);
      dst[to + i] = e;
      sum += e;
    }
    ElementWise.scale(dst, to, (float) (1 / sum), dst, to, n);
  }

  @Override
  public float logSumExp(float[] a, int ao, int n) {
    float max = ScalarFloatReductions.INSTANCE.max(a, ao, n);
    if (Float.isInfinite(max)) {
      return max;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(a[ao + i] - max);
    }
    return (float) (max + Math.log(sum));
  }
}
