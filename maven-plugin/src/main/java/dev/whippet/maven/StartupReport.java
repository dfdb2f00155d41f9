package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.jr.ob.JSON;

/// What the emulator measured of a package's starts, with the package's sizes.
///
/// @param measured the emulator's report: `starts` and `summary`
/// @param sizes the package's sizes
record StartupReport(Map<String, Object> measured, Sizes sizes) {
  private static final double KIB_PER_MB = 1024;

  /// A figure of the report.
  ///
  /// @param label what it is called in the table
  /// @param key its key in the emulator's summary
  /// @param unit its unit in the table
  /// @param scale how many of the emulator's units make one of the table's
  record Figure(String label, String key, String unit, double scale) {}

  static final Figure INIT = new Figure("init", "initMs", "ms", 1);
  static final Figure FIRST = new Figure("first invocation", "firstMs", "ms", 1);
  static final Figure WARM = new Figure("warm, median", "warmMedianMs", "ms", 1);
  static final Figure RSS = new Figure("RSS", "peakMemoryKib", "MB", KIB_PER_MB);
  private static final List<Figure> FIGURES =
      List.of(
          INIT,
          FIRST,
          WARM,
          new Figure("warm, p99", "warmP99Ms", "ms", 1),
          RSS,
          new Figure("CPU", "cpuMs", "ms", 1));

  /// Reads the emulator's report.
  static StartupReport read(Path file, Sizes sizes) throws IOException {
    return new StartupReport(JSON.std.mapFrom(Files.readAllBytes(file)), sizes);
  }

  /// The median of a figure over all starts, in the table's unit; empty if it was not measured.
  OptionalDouble median(Figure figure) {
    return summary(figure, "median");
  }

  private OptionalDouble summary(Figure figure, String statistic) {
    if (measured.get("summary") instanceof Map<?, ?> summary
        && summary.get(figure.key) instanceof Map<?, ?> row
        && row.get(statistic) instanceof Number value) {
      return OptionalDouble.of(value.doubleValue() / figure.scale);
    }
    return OptionalDouble.empty();
  }

  /// The figures as a table, a line each.
  String table() {
    StringBuilder table = new StringBuilder();
    int starts = measured.get("starts") instanceof List<?> list ? list.size() : 0;
    table.append("%-18s %10s %10s%n".formatted("of " + starts + " starts", "min", "median"));
    for (Figure figure : FIGURES) {
      OptionalDouble median = median(figure);
      if (median.isPresent()) {
        double min = summary(figure, "min").orElse(median.getAsDouble());
        table.append(
            String.format(
                Locale.ROOT,
                "%-18s %10.2f %10.2f %s%n",
                figure.label,
                min,
                median.getAsDouble(),
                figure.unit));
      }
    }
    table.append("%-18s %21s%n".formatted("unpacked", Sizes.megabytes(sizes.unpacked())));
    table.append("%-18s %21s%n".formatted("zip", Sizes.megabytes(sizes.zip())));
    return table.toString();
  }

  /// Writes everything as JSON.
  void write(Path file) throws IOException {
    Map<String, Object> report = new LinkedHashMap<>(measured);
    Map<String, Object> bytes = new LinkedHashMap<>();
    bytes.put("zipBytes", sizes.zip());
    bytes.put("unpackedBytes", sizes.unpacked());
    report.put("package", bytes);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(report));
  }
}
