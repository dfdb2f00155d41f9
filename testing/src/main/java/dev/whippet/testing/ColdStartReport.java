package dev.whippet.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;

/// The figures of several cold starts, as JSON and as a table.
final class ColdStartReport {
  private final List<ColdStart> starts = new ArrayList<>();

  void add(ColdStart start) {
    starts.add(start);
  }

  /// `{"starts":[{"initMs":...,...},...],"summary":{"initMs":{"min":...,"median":...},...}}`; a
  /// figure that could not be had is absent.
  String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("starts", starts.stream().map(ColdStart::figures).toList());
    Map<String, Object> summary = new LinkedHashMap<>();
    for (String name : names()) {
      double[] values = sorted(name);
      Map<String, Double> row = new LinkedHashMap<>();
      row.put("min", values[0]);
      row.put("median", ColdStart.median(values));
      summary.put(name, row);
    }
    report.put("summary", summary);
    return Json.pretty(report) + "\n";
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(Locale.ROOT, "%-14s %12s %12s%n", "of " + starts.size(), "min", "median"));
    for (String name : names()) {
      double[] values = sorted(name);
      table.append(
          String.format(
              Locale.ROOT, "%-14s %12.3f %12.3f%n", name, values[0], ColdStart.median(values)));
    }
    return table.toString();
  }

  private SequencedSet<String> names() {
    SequencedSet<String> names = new LinkedHashSet<>();
    starts.forEach(start -> names.addAll(start.figures().keySet()));
    return names;
  }

  private double[] sorted(String name) {
    return starts.stream()
        .filter(start -> start.figures().containsKey(name))
        .mapToDouble(start -> start.figures().get(name))
        .sorted()
        .toArray();
  }
}
