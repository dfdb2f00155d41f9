package dev.whippet.simd;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;

/// How thorough a run of the contract is, and its inputs.
final class Sizes {
  /// Of the sizes and positions, every one of this many: slow forks (-Xint) take a part of them.
  static final int STRIDE = Integer.getInteger("whippet.test.stride", 1);

  private Sizes() {}

  /// All sizes up to sixteen vectors and a tail.
  static void each(int lanes, IntConsumer test) {
    for (int n = 0; n <= 16 * lanes + 3; n += STRIDE) {
      test.accept(n);
    }
  }

  static float[] floats(int n, long seed) {
    Random random = new Random(seed);
    float[] a = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = (float) random.nextGaussian();
    }
    return a;
  }

  static double[] doubles(int n, long seed) {
    Random random = new Random(seed);
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      a[i] = random.nextGaussian();
    }
    return a;
  }

  static byte[] bytes(int n, long seed) {
    byte[] a = new byte[n];
    new Random(seed).nextBytes(a);
    return a;
  }

  /// The values at an offset, and a guard all around.
  static float[] guarded(float[] values, int offset, float guard) {
    float[] a = new float[values.length + offset + 3];
    Arrays.fill(a, guard);
    System.arraycopy(values, 0, a, offset, values.length);
    return a;
  }

  /// The values at an offset, and a guard all around.
  static double[] guarded(double[] values, int offset, double guard) {
    double[] a = new double[values.length + offset + 3];
    Arrays.fill(a, guard);
    System.arraycopy(values, 0, a, offset, values.length);
    return a;
  }
}
