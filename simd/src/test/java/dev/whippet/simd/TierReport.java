package dev.whippet.simd;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/// Prints the tier, in a JVM of its own: `name bits operations reason`.
final class TierReport {
  private TierReport() {}

  public static void main(String[] args) {
    if (List.of(args).contains("work")) {
      float[] a = Sizes.floats(300, 1);
      byte[] bytes = Sizes.bytes(300, 2);
      for (int i = 0; i < 100; i++) {
        SimdOps.dot(a, a);
        SimdOps.softmax(a, new float[300]);
        SimdOps.argMax(a);
        SimdOps.dot(bytes, bytes);
        SimdOps.gemm(10, 10, 10, a, new float[100], new float[100]);
      }
    }
    if (List.of(args).contains("warm")) {
      SimdOps.warmUp(EnumSet.allOf(Operation.class), Duration.ofSeconds(60));
    }
    Tier tier = SimdOps.tier();
    System.out.println(
        tier.name()
            + " "
            + tier.vectorBits()
            + " "
            + tier.vectorised().size()
            + " "
            + tier.reason());
  }

  /// The lines that the fork printed, on either stream.
  static List<String> inFork(List<String> args, List<String> jvmArgs)
      throws IOException, InterruptedException {
    return Fork.lines(TierReport.class, args, jvmArgs);
  }
}
