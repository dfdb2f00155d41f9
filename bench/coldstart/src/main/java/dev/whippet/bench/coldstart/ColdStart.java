package dev.whippet.bench.coldstart;

import dev.whippet.bench.report.Series;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/// One start of a candidate, and the invocations after it.
final class ColdStart {
  private static final double NANOS_PER_MS = 1e6;
  private static final double KIB_PER_MB = 1024;

  private ColdStart() {}

  /// Starts, invokes and ends a candidate.
  ///
  /// @param warm how many invocations after the first
  /// @return what was measured
  static Map<Figure, Double> measure(Candidate candidate, Event event, int warm)
      throws IOException {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    try (FunctionUnderTest function = new FunctionUnderTest(candidate, event)) {
      figures.put(Figure.INIT, function.awaitReady() / NANOS_PER_MS);
      figures.put(Figure.CPU_TO_INIT, function.cpuNanos() / NANOS_PER_MS);
      figures.put(Figure.FIRST, function.invoke() / NANOS_PER_MS);
      figures.put(Figure.CPU_TO_FIRST, function.cpuNanos() / NANOS_PER_MS);
      function.acknowledge();
      double[] millis = new double[warm];
      for (int i = 0; i < warm; i++) {
        millis[i] = function.invoke() / NANOS_PER_MS;
        function.acknowledge();
      }
      if (warm > 0) {
        function.awaitReady();
        Series series = new Series(millis);
        figures.put(Figure.WARM, series.median());
        figures.put(Figure.WARM_P99, series.percentile(99));
        double cpu = function.cpuNanos() / NANOS_PER_MS - figures.get(Figure.CPU_TO_FIRST);
        figures.put(Figure.CPU_WARM, cpu / warm);
      }
      figures.put(Figure.MEMORY, function.peakMemoryKib() / KIB_PER_MB);
    }
    return figures;
  }
}
