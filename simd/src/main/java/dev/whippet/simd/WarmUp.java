package dev.whippet.simd;

import dev.whippet.simd.setting.Setting;
import java.time.Duration;
import java.util.Set;

/// Runs operations in the vector tier until C2 has compiled them and they have proven faster.
final class WarmUp {
  private static final ScalarKernels SCALAR = new ScalarKernels();
  private static final VectorKernels VECTOR = new VectorKernels();

  /// After so many calls, C1 has compiled a kernel to code that counts which way it goes.
  private static final int CALLS_TO_PROFILE = 600;

  /// The calls it counts, enough for every remainder of every length.
  private static final int PROFILED_CALLS = 50;

  /// After so many more, C2 compiles it; half of them are of length 0, half of length 1.
  private static final int CALLS_TO_COMPILE = 11_000;

  /// How often to look for the compiled code, a millisecond apart, before more calls are made.
  private static final int LOOKS = 60;

  private static final int TRIES = 5;
  private static final int CALLS = 8;

  /// Lengths at which the vector tier must not lose, and the one at which it must win.
  private static final int[] SHORT = {3, 15, 33, 100};

  private static final int LONG = 1000;

  private WarmUp() {}

  static void run(Set<Operation> operations, Duration budget) {
    if (!Setting.MODE.equals("auto")
        || VectorTier.missingForSpeed() != null
        || !VectorTier.isWide()) {
      return;
    }
    long deadline = System.nanoTime() + budget.toNanos();
    synchronized (WarmUp.class) {
      for (Operation operation : operations) {
        if (!VectorTier.isVectorised(operation) && isProven(operation, deadline)) {
          Switches.vectorise(operation);
        }
      }
    }
    // loads what a call of the API needs beside the kernels
    SimdOps.dot(new float[0], new float[0]);
  }

  private static boolean isProven(Operation operation, long deadline) {
    Exercise exercise = new Exercise(operation);
    try {
      for (int round = 0; System.nanoTime() < deadline; round++) {
        for (Kernels kernels : new Kernels[] {SCALAR, VECTOR}) {
          exercise.tiny(kernels, CALLS_TO_PROFILE);
          Thread.sleep(1);
          exercise.everyPath(kernels, round * PROFILED_CALLS, PROFILED_CALLS);
          exercise.tiny(kernels, CALLS_TO_COMPILE);
        }
        for (int look = 0; look < LOOKS && System.nanoTime() < deadline; look++) {
          Thread.sleep(1);
          if (isFaster(exercise)) {
            return true;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static boolean isFaster(Exercise exercise) {
    if (1.2 * nanos(exercise, VECTOR, LONG, 1, 1) > nanos(exercise, SCALAR, LONG, 1, TRIES)) {
      return false;
    }
    for (int n : SHORT) {
      // a hundredth of a microsecond more is within what a clock can tell
      if (nanos(exercise, VECTOR, n, CALLS, TRIES)
          > 1.2 * nanos(exercise, SCALAR, n, CALLS, TRIES) + 10 * CALLS) {
        return false;
      }
    }
    return 1.2 * nanos(exercise, VECTOR, LONG, CALLS, TRIES)
        <= nanos(exercise, SCALAR, LONG, CALLS, TRIES);
  }

  private static long nanos(Exercise exercise, Kernels kernels, int n, int calls, int tries) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < tries; i++) {
      long start = System.nanoTime();
      for (int j = 0; j < calls; j++) {
        exercise.run(kernels, n);
      }
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }
}
