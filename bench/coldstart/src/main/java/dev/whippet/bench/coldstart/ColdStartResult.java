package dev.whippet.bench.coldstart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run measured.
///
/// @param run the run
/// @param machine where and when
/// @param load the machine's load average during the run
/// @param figures of each candidate, by name
record ColdStartResult(
    ColdStartRun run,
    Map<String, String> machine,
    Series load,
    Map<String, Map<Figure, List<Double>>> figures) {
  private static final double MANY = 1000;

  String title() {
    return run.dropPages()
        ? "Cold start, its files dropped from the page cache"
        : "Cold start, its files in the page cache";
  }

  String markdown() {
    Markdown text = new Markdown();
    text.heading(title());
    text.machine(machine, load);
    text.paragraph(
        "%d starts of each, in turn; %d invocations each. Each cell: least / median."
            .formatted(run.starts(), run.warm() + 1));
    text.header(header());
    figures.forEach((name, lists) -> text.row(cells(name, lists)));
    text.paragraph(
        "As multiples of %s in the same run (of the leasts / of the medians):"
            .formatted(reference()));
    text.header(header());
    figures.forEach((name, lists) -> text.row(ratios(name, lists)));
    return text.toString();
  }

  private String reference() {
    return figures.keySet().iterator().next();
  }

  private List<Figure> figuresOfAll() {
    return List.copyOf(figures.values().iterator().next().keySet());
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of(""));
    figuresOfAll().forEach(figure -> header.add(figure.label));
    return header;
  }

  private Object[] cells(String name, Map<Figure, List<Double>> lists) {
    List<Object> cells = new ArrayList<>(List.of(name));
    for (Figure figure : figuresOfAll()) {
      Series series = new Series(lists.get(figure));
      cells.add(number(series.min()) + " / " + number(series.median()));
    }
    return cells.toArray();
  }

  private Object[] ratios(String name, Map<Figure, List<Double>> lists) {
    List<Object> cells = new ArrayList<>(List.of(name));
    for (Figure figure : figuresOfAll()) {
      Series own = new Series(lists.get(figure));
      Series other = new Series(figures.get(reference()).get(figure));
      cells.add(
          String.format(
              Locale.ROOT, "%.2f / %.2f", own.min() / other.min(), own.median() / other.median()));
    }
    return cells.toArray();
  }

  /// Three digits or more that count.
  private static String number(double value) {
    String format = value < 1 ? "%.3f" : value < 10 ? "%.2f" : value < MANY ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, value);
  }

  String json() {
    Map<String, Object> candidates = new LinkedHashMap<>();
    for (Candidate candidate : run.candidates()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      figures.get(candidate.name()).forEach((figure, values) -> entry.put(figure.key, values));
      candidates.put(candidate.name(), entry);
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("title", title());
    report.put("machine", machine);
    report.put("load", Map.of("min", load.min(), "max", load.max()));
    report.put("starts", run.starts());
    report.put("invocations", run.warm() + 1);
    report.put("event", run.event().json());
    report.put("candidates", candidates);
    return Json.write(report);
  }

  String svg() {
    BarChart chart =
        new BarChart(
            title() + ": processor time from exec to the first response, ms",
            "bar: median of %d starts, line: the least; %s, load %.1f to %.1f"
                .formatted(run.starts(), machine.get("processor"), load.min(), load.max()));
    figures.forEach((name, lists) -> {
      Series series = new Series(lists.get(Figure.CPU_TO_FIRST));
      chart.bar(name, series.min(), series.median());
    });
    return chart.toString();
  }
}
