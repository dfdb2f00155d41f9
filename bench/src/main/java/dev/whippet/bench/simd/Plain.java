package dev.whippet.bench.simd;

/// The loops one writes without thinking of hardware, and the scalar tier's way (`u8`, `u4`).
final class Plain {
  private Plain() {}

  static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static float dotU8(float[] a, float[] b) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = 0;
    for (; i <= a.length - 8; i += 8) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
  }

  static float cosine(float[] a, float[] b) {
    float dot = 0;
    float p = 0;
    float q = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      p += a[i] * a[i];
      q += b[i] * b[i];
    }
    return (float) (dot / Math.sqrt((double) p * q));
  }

  static float squaredL2(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      float d = a[i] - b[i];
      sum += d * d;
    }
    return sum;
  }

  static int dot(byte[] a, byte[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static float sum(float[] a) {
    float sum = 0;
    for (float x : a) {
      sum += x;
    }
    return sum;
  }

  static float max(float[] a) {
    float max = a[0];
    for (float x : a) {
      max = Math.max(max, x);
    }
    return max;
  }

  static int argMax(float[] a) {
    int best = 0;
    for (int i = 1; i < a.length; i++) {
      if (a[i] > a[best]) {
        best = i;
      }
    }
    return best;
  }

  static void exp(float[] a, float[] dst) {
    for (int i = 0; i < a.length; i++) {
      dst[i] = (float) Math.exp(a[i]);
    }
  }

  static void softmax(float[] a, float[] dst) {
    float max = max(a);
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      dst[i] = (float) Math.exp(a[i] - max);
      sum += dst[i];
    }
    for (int i = 0; i < a.length; i++) {
      dst[i] /= sum;
    }
  }

  static void axpy(float alpha, float[] a, float[] dst) {
    for (int i = 0; i < a.length; i++) {
      dst[i] += alpha * a[i];
    }
  }

  static void add(float[] a, float[] b, float[] dst) {
    for (int i = 0; i < a.length; i++) {
      dst[i] = a[i] + b[i];
    }
  }

  static void mul(float[] a, float[] b, float[] dst) {
    for (int i = 0; i < a.length; i++) {
      dst[i] = a[i] * b[i];
    }
  }

  static void scale(float[] a, float factor, float[] dst) {
    for (int i = 0; i < a.length; i++) {
      dst[i] = a[i] * factor;
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double cosine(double[] a, double[] b) {
    double dot = 0;
    double p = 0;
    double q = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      p += a[i] * a[i];
      q += b[i] * b[i];
    }
    return dot / (Math.sqrt(p) * Math.sqrt(q));
  }

  static double squaredL2(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double d = a[i] - b[i];
      sum += d * d;
    }
    return sum;
  }

  static double l1(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }

  static double sum(double[] a) {
    double sum = 0;
    for (double x : a) {
      sum += x;
    }
    return sum;
  }

  static double variance(double[] a) {
    double mean = sum(a) / a.length;
    double sum = 0;
    for (double x : a) {
      sum += (x - mean) * (x - mean);
    }
    return sum / a.length;
  }

  static double max(double[] a) {
    double max = a[0];
    for (double x : a) {
      max = Math.max(max, x);
    }
    return max;
  }

  static int argMax(double[] a) {
    int best = 0;
    for (int i = 1; i < a.length; i++) {
      if (a[i] > a[best]) {
        best = i;
      }
    }
    return best;
  }
}
