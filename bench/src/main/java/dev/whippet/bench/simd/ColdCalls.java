package dev.whippet.bench.simd;

import dev.whippet.simd.Operation;
import dev.whippet.simd.SimdOps;
import java.time.Duration;
import java.util.Set;

/// Runs in a JVM of its own, started by [ColdReport]: the dot product of 10,000 floats, 10,000
/// times. Prints the time of the 1st, 10th, 100th and 10,000th call in nanoseconds, then the
/// processor time of all threads, in microseconds, that the first call and all calls took.
final class ColdCalls {
  private static final int SIZE = 10_000;
  private static final int CALLS = 10_000;
  private static final int CLOCK_WARM_UP = 100;

  private ColdCalls() {}

  public static void main(String[] args) {
    float[] a = new float[SIZE];
    float[] b = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      a[i] = i % 7;
      b[i] = i % 5;
    }
    String who = args[0];
    ProcessorClock clock = new ProcessorClock();
    for (int i = 0; i < CLOCK_WARM_UP; i++) {
      clock.nanos();
    }
    long start = clock.nanos();
    if (who.equals("warmed")) {
      SimdOps.warmUp(Set.of(Operation.DOT), Duration.ofSeconds(10));
    }
    long warmed = clock.nanos();
    StringBuilder line = new StringBuilder();
    long first = 0;
    float sink = 0;
    for (int call = 1; call <= CALLS; call++) {
      long t = System.nanoTime();
      sink += call(who, a, b);
      t = System.nanoTime() - t;
      if (call == 1) {
        first = clock.nanos();
      }
      if (call == 1 || call == 10 || call == 100 || call == CALLS) {
        line.append(t).append(' ');
      }
    }
    long end = clock.nanos();
    line.append((warmed - start) / 1000).append(' ');
    line.append((first - warmed) / 1000).append(' ');
    line.append((end - start) / 1000);
    System.out.println(line + (sink == 42 ? "!" : ""));
  }

  private static float call(String who, float[] a, float[] b) {
    return switch (who) {
      case "naive" -> Plain.dot(a, b);
      case "lucene" -> org.apache.lucene.util.VectorUtil.dotProduct(a, b);
      default -> SimdOps.dot(a, b);
    };
  }
}
