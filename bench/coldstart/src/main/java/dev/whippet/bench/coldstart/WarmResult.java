package dev.whippet.bench.coldstart;

import dev.whippet.bench.report.Json;
import dev.whippet.bench.report.Markdown;
import dev.whippet.bench.report.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run of warm invocations measured.
///
/// @param run the run
/// @param machine where and when
/// @param load the machine's load average during the run
/// @param millis the round trips of each candidate, by name
record WarmResult(
    WarmRun run, Map<String, String> machine, Series load, Map<String, Percentiles> millis) {
  private static final List<Integer> PERCENTILES = List.of(1, 10, 25, 50, 75, 90, 95, 99);

  String markdown() {
    Markdown text = new Markdown();
    text.heading("Warm round trip");
    text.machine(machine, load);
    text.paragraph(
        "%d invocations of each, one of each in turn, after %d that do not count. Microseconds from the sending of the event to the end of the response; each percentile is the median of that of 1,000 invocations each."
            .formatted(run.invocations(), run.warmUp()));
    List<Object> header = new ArrayList<>(List.of(""));
    PERCENTILES.forEach(percent -> header.add("p" + percent));
    header.add("percentiles of 1 to 99 at which the first is slower");
    text.header(header);
    Percentiles first = millis.values().iterator().next();
    millis.forEach((name, series) -> {
      List<Object> cells = new ArrayList<>(List.of(name));
      for (int percent : PERCENTILES) {
        cells.add(
            String.format(
                Locale.ROOT,
                "%.1f (%.2f)",
                1000 * series.at(percent),
                series.at(percent) / first.at(percent)));
      }
      cells.add(series == first ? "" : first.above(series));
      text.row(cells.toArray());
    });
    text.paragraph("In brackets: as a multiple of the first.");
    return text.toString();
  }

  String json() {
    Map<String, Object> candidates = new LinkedHashMap<>();
    millis.forEach((name, series) -> {
      Map<String, Object> percentiles = new LinkedHashMap<>();
      for (int percent = 1; percent <= 99; percent++) {
        percentiles.put("p" + percent, series.at(percent));
      }
      candidates.put(name, percentiles);
    });
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("title", "Warm round trip, ms");
    report.put("machine", machine);
    report.put("load", Map.of("min", load.min(), "max", load.max()));
    report.put("invocations", run.invocations());
    report.put("warmUp", run.warmUp());
    report.put("candidates", candidates);
    return Json.write(report);
  }
}
