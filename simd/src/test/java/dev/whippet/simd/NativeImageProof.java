package dev.whippet.simd;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.DoubleSupplier;

/// Prints, for native images and JVMs alike, the time of the first dot product and the least time
/// in nanoseconds, then the least time of every operation in each tier, and the tier. Checks
/// results. With the argument `warm`, [SimdOps#warmUp] comes first, as before a first event.
final class NativeImageProof {
  private static final int N = 10_000;
  private static final int CALLS = Integer.getInteger("calls", 3000);

  private NativeImageProof() {}

  public static void main(String[] args) {
    float[] a = Sizes.floats(N, 1);
    float[] b = Sizes.floats(N, 2);
    float[] dst = new float[1024];
    float[] small = Sizes.floats(1024, 3);
    // the clock's own first call, and its page
    long begin = System.nanoTime();
    if (args.length > 0 && args[0].equals("warm")) {
      SimdOps.warmUp(EnumSet.of(Operation.DOT), Duration.ofSeconds(10));
    }
    // nothing of this program's own between these two
    long start = System.nanoTime();
    float result = SimdOps.dot(a, b);
    long end = System.nanoTime();
    System.out.println("warm-up " + (start - begin) + ", first dot-10000 " + (end - start));
    check("dot", result, SimdOps.dotF64(a, b), 1e-2);
    time("dot-10000", () -> SimdOps.dot(a, b));
    time("dot-768", () -> SimdOps.dot(a, 5, b, 9, 768));
    boolean vector = SimdOps.tier().name().equals("vector");
    for (Operation operation : Operation.values()) {
      Exercise exercise = new Exercise(operation);
      long scalar = least(exercise, new ScalarKernels());
      long vectors = vector ? least(exercise, new VectorKernels()) : scalar;
      System.out.println(
          operation
              + " scalar "
              + scalar
              + " vector "
              + vectors
              + " ratio "
              + (float) scalar / vectors);
    }
    SimdOps.exp(small, dst);
    check("exp", dst[7], Math.exp(small[7]), 1e-6 * dst[7]);
    Tier tier = SimdOps.tier();
    System.out.println("tier " + tier.name() + " " + tier.vectorBits() + " " + tier.reason());
  }

  private static long least(Exercise exercise, Kernels kernels) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 300; i++) {
      long start = System.nanoTime();
      exercise.run(kernels, 1000);
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }

  private static void check(String what, double result, double expected, double delta) {
    if (!(Math.abs(result - expected) <= delta)) {
      throw new AssertionError(what + " is " + result + ", expected " + expected);
    }
  }

  private static void time(String name, DoubleSupplier operation) {
    long[] first = new long[3];
    long least = Long.MAX_VALUE;
    double sink = 0;
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      sink += operation.getAsDouble();
      long nanos = System.nanoTime() - start;
      if (i < first.length) {
        first[i] = nanos;
      }
      least = Math.min(least, nanos);
    }
    System.out.println(
        name
            + " calls 1 to 3: "
            + Arrays.toString(first)
            + " least "
            + least
            + (sink == 42 ? "!" : ""));
  }
}
