package dev.whippet.simd;

import dev.whippet.simd.setting.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// Numeric kernels over `float[]`, `double[]` and `byte[]` that are never slower than plain Java,
/// from the first call.
///
/// Two tiers calculate the same. The scalar tier is plain Java with several running sums: a JVM
/// starts with it, and it loads no class of `jdk.incubator.vector`. The vector tier is the Vector
/// API: fast once C2 has compiled it, and many times slower than plain Java until then. So a JVM
/// enters it only through [#warmUp(Set, Duration)], operation by operation; a native image that was
/// built with Vector API support is in it from the first call. [#tier()] says which serves and why,
/// and the property `whippet.simd` (`auto`, `scalar` or `vector`) forces one; an image takes it
/// from the builder.
///
/// For all operations:
/// - They are thread-safe as far as the arrays are, block nobody and, but for `gemm`, allocate
///   nothing.
/// - Null arrays throw [NullPointerException], different lengths [IllegalArgumentException], and
///   slices outside their array [IndexOutOfBoundsException], before anything is written.
/// - NaN goes through sums, least and greatest elements as it does through `+`, [Math#min(float,
///   float)] and [Math#max(float, float)].
/// - `dst` may be an input at the same offset; any other overlap is refused.
/// - Results may differ in their last bits between the tiers, between processors, and between the
///   elements of a vector's end and the others, all within the stated bounds.
public final class SimdOps extends MatrixOps {
  private SimdOps() {}

  /// Which tier serves the operations now, and why. Not for the hot path.
  ///
  /// @return the tier
  public static Tier tier() {
    EnumSet<Operation> vectorised = EnumSet.noneOf(Operation.class);
    for (Operation operation : Operation.values()) {
      if (VectorTier.isVectorised(operation)) {
        vectorised.add(operation);
      }
    }
    return VectorTier.describe(vectorised);
  }

  /// Prepares operations for a long life: runs each in the vector tier, on every path, until it has
  /// proven faster than the scalar tier, and moves it there. Call it before a snapshot (SnapStart),
  /// with provisioned concurrency, or in a process that will calculate for seconds: an operation
  /// costs some 50 to 200 ms of processor time, the first one most.
  ///
  /// Where the vector tier cannot be fast (no module `jdk.incubator.vector`, no C2), or a tier is
  /// forced, the call returns at once. It blocks the caller, and one caller waits for another.
  ///
  /// A native image is fast without it, but for the first call of an operation, which waits for its
  /// code to come from memory: here that takes some 50 microseconds an operation, and makes the
  /// first call as fast as the others.
  ///
  /// @param operations what to warm up
  /// @param budget for how long, at most, but for the last step
  /// @return those of the operations which the vector tier serves now; the others stay in the
  ///   scalar tier, at no loss but the time
  public static Set<Operation> warmUp(Set<Operation> operations, Duration budget) {
    if (Setting.IN_IMAGE) {
      ImageWarmUp.run(operations, budget);
    } else {
      WarmUp.run(operations, budget);
    }
    EnumSet<Operation> vectorised = EnumSet.noneOf(Operation.class);
    for (Operation operation : operations) {
      if (VectorTier.isVectorised(operation)) {
        vectorised.add(operation);
      }
    }
    return vectorised;
  }
}
