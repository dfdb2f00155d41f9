package dev.whippet.bench.simd;

import dev.whippet.bench.report.Json;
import dev.whippet.bench.report.Markdown;
import dev.whippet.bench.report.RatioChart;
import dev.whippet.bench.report.Series;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What each operation takes, here and elsewhere.
final class SimdTable {
  private static final String OURS = "whippet";
  // what one writes oneself; all others are libraries
  private static final Map<String, String> LOOPS =
      Map.of("naive", "plain loop", "u8", "8 sums (scalar tier)");

  /// An operation on a number of elements.
  ///
  /// @param name its name
  /// @param n elements, or rows of a square matrix
  record Operation(String name, int n) implements Comparable<Operation> {
    @Override
    public int compareTo(Operation other) {
      return Comparator.comparing(Operation::name)
          .thenComparingInt(Operation::n)
          .compare(this, other);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s %,d", name, n);
    }
  }

  private final Map<String, String> machine;
  private final Series load;
  private final Map<Operation, Map<String, Double>> rows = new LinkedHashMap<>();

  SimdTable(Map<String, String> machine, Series load) {
    this.machine = machine;
    this.load = load;
  }

  /// Adds an operation.
  ///
  /// @param nanos by who does it
  void row(Operation operation, Map<String, Double> nanos) {
    rows.put(operation, nanos);
  }

  String markdown() {
    Markdown text = new Markdown();
    text.machine(machine, load);
    text.text("| operation, n | ours, ns | others, ns: **by ours** |\n| --- | ---: | --- |\n");
    rows.forEach((operation, nanos) -> {
      double ours = nanos.get(OURS);
      String others =
          nanos.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(OURS))
              .sorted(Comparator.comparing(entry -> !LOOPS.containsKey(entry.getKey())))
              .map(entry ->
                  "%s %s: **%s**"
                      .formatted(
                          LOOPS.getOrDefault(entry.getKey(), entry.getKey()),
                          number(entry.getValue()),
                          number(entry.getValue() / ours)))
              .collect(Collectors.joining("; "));
      text.row(operation, number(ours), others);
    });
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%,.0f", value);
  }

  String json() {
    Map<String, Object> nanos = new LinkedHashMap<>();
    rows.forEach((operation, row) -> nanos.put(operation.toString(), row));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("title", "SIMD, nanoseconds a call");
    report.put("machine", machine);
    report.put("load", Map.of("min", load.min(), "max", load.max()));
    report.put("nanos", nanos);
    return Json.write(report);
  }

  /// The plain loop and the fastest library for each operation, by ours.
  String svg() {
    RatioChart chart =
        new RatioChart(
            "SIMD: time of others / time of whippet-simd",
            String.format(
                Locale.ROOT,
                "right of the line: whippet-simd is faster; %s, %s, load %.1f to %.1f",
                machine.get("date"),
                machine.get("processor"),
                load.min(),
                load.max()),
            "plain loop",
            "fastest library");
    rows.forEach((operation, nanos) -> {
      double ours = nanos.get(OURS);
      double library =
          nanos.entrySet().stream()
              .filter(e -> !e.getKey().equals(OURS) && !LOOPS.containsKey(e.getKey()))
              .mapToDouble(Map.Entry::getValue)
              .min()
              .orElse(Double.NaN);
      chart.row(
          operation.toString(), nanos.getOrDefault("naive", Double.NaN) / ours, library / ours);
    });
    return chart.toString();
  }
}
