package dev.whippet.simd;

import java.util.function.DoubleSupplier;

/// Prints the tier, the time of the first call of each of a few operations, and the least time, for
/// native images and JVMs alike: `operation first least` in nanoseconds. Checks results on the way.
final class NativeImageProof {
  private static final int N = 10_000;
  private static final int CALLS = Integer.getInteger("calls", 3000);

  private NativeImageProof() {}

  public static void main(String[] args) {
    float[] a = Sizes.floats(N, 1);
    float[] b = Sizes.floats(N, 2);
    float[] dst = new float[1024];
    float[] small = Sizes.floats(1024, 3);
    float[] c = new float[64 * 64];
    byte[] x = Sizes.bytes(1024, 4);
    byte[] y = Sizes.bytes(1024, 5);
    time("dot-10000", () -> SimdOps.dot(a, b));
    time("dot-10000-scalar", () -> ScalarFloatReductions.INSTANCE.dot(a, 0, b, 0, N));
    time("dot-768", () -> SimdOps.dot(a, 5, b, 9, 768));
    time("cosine-1024", () -> SimdOps.cosine(a, 0, b, 0, 1024));
    time("max-1024", () -> SimdOps.max(a, 0, 1024));
    time("argMax-1024", () -> SimdOps.argMax(a, 0, 1024));
    time("int8-dot-1024", () -> SimdOps.dot(x, y));
    time(
        "exp-1024",
        () -> {
          SimdOps.exp(small, dst);
          return dst[7];
        });
    time(
        "softmax-1024",
        () -> {
          SimdOps.softmax(small, dst);
          return dst[7];
        });
    time(
        "gemm-64",
        () -> {
          SimdOps.gemm(64, 64, 64, a, b, c);
          return c[7];
        });
    check("dot", SimdOps.dot(a, b), SimdOps.dotF64(a, b), 1e-2);
    SimdOps.exp(small, dst);
    check("exp", dst[7], Math.exp(small[7]), 1e-6 * dst[7]);
    Tier tier = SimdOps.tier();
    System.out.println("tier " + tier.name() + " " + tier.vectorBits() + " " + tier.reason());
  }

  private static void check(String what, double result, double expected, double delta) {
    if (!(Math.abs(result - expected) <= delta)) {
      throw new AssertionError(what + " is " + result + ", expected " + expected);
    }
  }

  private static void time(String name, DoubleSupplier operation) {
    long first = 0;
    long least = Long.MAX_VALUE;
    double sink = 0;
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      sink += operation.getAsDouble();
      long nanos = System.nanoTime() - start;
      first = i == 0 ? nanos : first;
      least = Math.min(least, nanos);
    }
    System.out.println(name + " " + first + " " + least + (sink == 42 ? "!" : ""));
  }
}
