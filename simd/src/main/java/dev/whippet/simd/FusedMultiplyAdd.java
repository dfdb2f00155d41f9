package dev.whippet.simd;

import dev.whippet.simd.setting.Setting;
import jdk.incubator.vector.FloatVector;

/// Whether `a * b + c` in one step is what this processor does best. Where it has no such
/// instruction, the JVM calculates it with big decimals, some hundred times slower; where it runs
/// on Apple's cores, multiply and add in two steps keep more of their units busy.
final class FusedMultiplyAdd {
  static final boolean FAST = Setting.IN_IMAGE ? isFastInImage() : isFastOnThisJvm();

  private static final int CALLS = 64;
  private static final int TRIES = 8;

  private FusedMultiplyAdd() {}

  /// x86-64 has had the instruction as long as 256-bit integer vectors; ARM64 has always had it.
  private static boolean isFastInImage() {
    return Setting.IMAGE_IS_AARCH64 || FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 256;
  }

  private static boolean isFastOnThisJvm() {
    if (System.getProperty("os.arch").equals("aarch64")) {
      return !System.getProperty("os.name").startsWith("Mac");
    }
    // no API tells; the interpreter knows the instruction already, and big decimals are far away
    long fused = Long.MAX_VALUE;
    long separate = Long.MAX_VALUE;
    float sink = 0;
    for (int i = 0; i < TRIES; i++) {
      long t0 = System.nanoTime();
      for (int j = 0; j < CALLS; j++) {
        sink = Math.fma(0.5f, sink, j);
      }
      long t1 = System.nanoTime();
      for (int j = 0; j < CALLS; j++) {
        sink = 0.5f * sink + j;
      }
      fused = Math.min(fused, t1 - t0);
      separate = Math.min(separate, System.nanoTime() - t1);
    }
    return fused < 10 * separate && sink > 0;
  }
}
