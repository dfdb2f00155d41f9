package dev.whippet.bench.simd;

import dev.whippet.simd.Operation;
import dev.whippet.simd.SimdOps;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;

/// Runs in a JVM of its own, started by [ColdReport]: the dot product of 10,000 floats, 10,000
/// times. Prints the time of the 1st, 10th, 100th and 10,000th call in nanoseconds, then the
/// processor time of all threads, in microseconds, that the first call and all calls took.
final class ColdCalls {
  private static final int SIZE = 10_000;
  private static final int CALLS = 10_000;

  private ColdCalls() {}

  public static void main(String[] args) throws IOException {
    float[] a = new float[SIZE];
    float[] b = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      a[i] = i % 7;
      b[i] = i % 5;
    }
    cpuNanos();
    cpuNanos();
    long clock = cpuNanos();
    long clockItself = cpuNanos() - clock;
    String who = args[0];
    long start = cpuNanos();
    if (who.equals("warmed")) {
      SimdOps.warmUp(Set.of(Operation.DOT), Duration.ofSeconds(10));
    }
    long warmed = cpuNanos();
    StringBuilder line = new StringBuilder();
    long first = 0;
    float sink = 0;
    for (int call = 1; call <= CALLS; call++) {
      long t = System.nanoTime();
      sink += call(who, a, b);
      t = System.nanoTime() - t;
      if (call == 1) {
        first = cpuNanos();
      }
      if (call == 1 || call == 10 || call == 100 || call == CALLS) {
        line.append(t).append(' ');
      }
    }
    long end = cpuNanos();
    line.append((warmed - start - clockItself) / 1000).append(' ');
    line.append((first - warmed - clockItself) / 1000).append(' ');
    line.append((end - start - 2 * clockItself) / 1000);
    System.out.println(line + (sink == 42 ? "!" : ""));
  }

  private static float call(String who, float[] a, float[] b) {
    return switch (who) {
      case "naive" -> Plain.dot(a, b);
      case "lucene" -> org.apache.lucene.util.VectorUtil.dotProduct(a, b);
      default -> SimdOps.dot(a, b);
    };
  }

  /// Of all threads that live.
  private static long cpuNanos() throws IOException {
    long sum = 0;
    for (File task : new File("/proc/self/task").listFiles()) {
      String stat = Files.readString(task.toPath().resolve("schedstat"));
      sum += Long.parseLong(stat.substring(0, stat.indexOf(' ')));
    }
    return sum;
  }
}
