package dev.whippet.simd;

import java.time.Duration;
import java.util.Set;

/// Runs operations in the vector tier until C2 has compiled them and they have proven faster.
final class WarmUp {
  private static final ScalarKernels SCALAR = new ScalarKernels();
  private static final VectorKernels VECTOR = new VectorKernels();

  /// Calls between two looks at the clock.
  private static final int ROUND = 50;

  /// Rounds after which C2 has been asked to compile; from then on its work is waited for.
  private static final int ROUNDS_TO_COMPILE = 120;

  private static final int TRIES = 5;
  private static final int CALLS = 8;

  /// Lengths at which the vector tier must not lose, and the one at which it must win.
  private static final int[] SHORT = {3, 15, 33, 100};

  private static final int LONG = 1000;

  private WarmUp() {}

  static void run(Set<Operation> operations, Duration budget) {
    if (!Dispatch.MODE.equals("auto")
        || VectorTier.missingForSpeed() != null
        || !VectorTier.isWide()) {
      return;
    }
    long deadline = System.nanoTime() + budget.toNanos();
    synchronized (WarmUp.class) {
      for (Operation operation : operations) {
        if (!Dispatch.isVectorised(operation) && isProven(operation, deadline)) {
          Dispatch.vectorise(operation);
        }
      }
    }
  }

  private static boolean isProven(Operation operation, long deadline) {
    Exercise exercise = new Exercise(operation);
    for (int round = 0; System.nanoTime() < deadline; round++) {
      exercise.everyPath(SCALAR, VECTOR, round * ROUND, ROUND);
      if (isFaster(exercise)) {
        return true;
      }
      if (round > ROUNDS_TO_COMPILE) {
        try {
          Thread.sleep(1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return false;
  }

  private static boolean isFaster(Exercise exercise) {
    if (1.2 * nanos(exercise, VECTOR, LONG, 1) > nanos(exercise, SCALAR, LONG, 1)) {
      return false;
    }
    for (int n : SHORT) {
      // a hundredth of a microsecond more is within what a clock can tell
      if (nanos(exercise, VECTOR, n, CALLS)
          > 1.2 * nanos(exercise, SCALAR, n, CALLS) + 10 * CALLS) {
        return false;
      }
    }
    return 1.2 * nanos(exercise, VECTOR, LONG, CALLS) <= nanos(exercise, SCALAR, LONG, CALLS);
  }

  private static long nanos(Exercise exercise, Kernels kernels, int n, int calls) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      for (int j = 0; j < calls; j++) {
        exercise.run(kernels, n);
      }
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }
}
