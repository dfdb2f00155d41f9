package dev.whippet.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What was measured of one start of a function and the invocations after it.
final class ColdStart {
  private final Map<String, Double> figures = new LinkedHashMap<>();

  private ColdStart() {}

  /// @param results of all invocations of one process, in order
  static ColdStart of(List<InvocationResult> results, OptionalLong peakMemoryKib, Duration cpu) {
    ColdStart start = new ColdStart();
    results.getFirst().initDuration().ifPresent(init -> start.figures.put("initMs", millis(init)));
    start.figures.put("firstMs", millis(results.getFirst().duration()));
    double[] warm =
        results.stream().skip(1).mapToDouble(result -> millis(result.duration())).toArray();
    if (warm.length > 0) {
      Arrays.sort(warm);
      start.figures.put("warmMedianMs", median(warm));
      start.figures.put("warmP99Ms", warm[(int) Math.ceil(warm.length * 0.99) - 1]);
    }
    peakMemoryKib.ifPresent(kib -> start.figures.put("peakMemoryKib", (double) kib));
    if (cpu != null) {
      start.figures.put("cpuMs", millis(cpu));
    }
    return start;
  }

  Map<String, Double> figures() {
    return figures;
  }

  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
