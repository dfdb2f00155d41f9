package dev.whippet.simd;

import java.time.Duration;
import java.util.Set;

/// Runs operations on every path in a native image, where they are compiled already: their code is
/// then mapped, and in the processor's caches, before the first event needs it.
final class ImageWarmUp {
  /// Enough for every remainder of every length that an exercise cycles through.
  private static final int CALLS = 64;

  private ImageWarmUp() {}

  static void run(Set<Operation> operations, Duration budget) {
    // either is constant for the builder, which leaves the other tier out
    Kernels kernels = Dispatch.isVectorImage() ? new VectorKernels() : new ScalarKernels();
    long deadline = System.nanoTime() + budget.toNanos();
    for (Operation operation : operations) {
      if (System.nanoTime() - deadline >= 0) {
        return;
      }
      new Exercise(operation).everyPath(kernels, 0, CALLS);
    }
  }
}
