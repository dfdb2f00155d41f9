package dev.whippet.simd;

/// Floats to signed bytes.
final class Quantization {
  static final int GREATEST = 127;

  /// 1.5 * 2^23: adding it rounds to an integer, ties to even, which then stands in the low bits.
  private static final float SHIFT = 0x1.8p23f;

  private Quantization() {}

  /// Takes `size`, the greatest magnitude, to 127.
  static void toBytes(float[] a, int ao, float size, byte[] dst, int to, int n) {
    float factor = size == 0 ? 0 : GREATEST / size;
    if (Float.isInfinite(factor)) {
      // the magnitudes are subnormal: in double, the factor is finite
      for (int i = 0; i < n; i++) {
        dst[to + i] = (byte) Math.rint(a[ao + i] * ((double) GREATEST / size));
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      dst[to + i] = (byte) Float.floatToRawIntBits(a[ao + i] * factor + SHIFT);
    }
  }
}
