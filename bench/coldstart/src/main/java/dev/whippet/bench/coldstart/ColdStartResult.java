package dev.whippet.bench.coldstart;

import dev.whippet.bench.report.BarChart;
import dev.whippet.bench.report.Json;
import dev.whippet.bench.report.Markdown;
import dev.whippet.bench.report.ScatterChart;
import dev.whippet.bench.report.Series;
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
/// @param megabytes the size of each one's files; not a number if it needs others too
record ColdStartResult(
    ColdStartRun run,
    Map<String, String> machine,
    Series load,
    Map<String, Map<Figure, List<Double>>> figures,
    Map<String, Double> megabytes) {
  private static final double MANY = 1000;
  private static final double PERCENTILE = 90;

  String markdown() {
    Markdown text = new Markdown();
    text.heading(run.title());
    text.machine(machine, load);
    text.paragraph(
        "%d starts of each, in turn; %d invocations each. Each cell: least / median / p90."
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

  /// The medians that one looks at first, without the machine.
  String summary() {
    List<Figure> columns = List.of(Figure.INIT, Figure.FIRST, Figure.CPU_TO_FIRST, Figure.MEMORY);
    Markdown text = new Markdown();
    List<String> header = new ArrayList<>(List.of("median of " + run.starts() + " starts"));
    columns.forEach(figure -> header.add(figure.label));
    header.add("files, MB");
    text.header(header);
    figures.forEach((name, lists) -> {
      List<Object> cells = new ArrayList<>(List.of(name));
      columns.forEach(figure -> cells.add(number(new Series(lists.get(figure)).median())));
      cells.add(size(name));
      text.row(cells.toArray());
    });
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
    header.add("files, MB");
    return header;
  }

  private Object[] cells(String name, Map<Figure, List<Double>> lists) {
    List<Object> cells = new ArrayList<>(List.of(name));
    for (Figure figure : figuresOfAll()) {
      Series series = new Series(lists.get(figure));
      cells.add(
          number(series.min())
              + " / "
              + number(series.median())
              + " / "
              + number(series.percentile(PERCENTILE)));
    }
    cells.add(size(name));
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
    double ratio = megabytes.get(name) / megabytes.get(reference());
    cells.add(Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio));
    return cells.toArray();
  }

  private String size(String name) {
    double size = megabytes.get(name);
    return Double.isNaN(size) ? "and a JDK" : number(size);
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
      double size = megabytes.get(candidate.name());
      if (!Double.isNaN(size)) {
        entry.put("filesMb", size);
      }
      candidates.put(candidate.name(), entry);
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("title", run.title());
    report.put("machine", machine);
    report.put("load", Map.of("min", load.min(), "max", load.max()));
    report.put("starts", run.starts());
    report.put("invocations", run.warm() + 1);
    report.put("event", run.event().json());
    report.put("candidates", candidates);
    return Json.write(report);
  }

  /// Processor time from exec to the first response, a bar for each candidate.
  String bars() {
    BarChart chart =
        new BarChart(
            run.title() + ": processor time to the first response, ms",
            "bar: median of %d starts; line: the least; %s".formatted(run.starts(), note()));
    figures.forEach((name, lists) -> {
      Series series = new Series(lists.get(Figure.CPU_TO_FIRST));
      chart.bar(name, series.min(), series.median());
    });
    return chart.toString();
  }

  /// The size of the files against the time to the first response, a point for each candidate that
  /// has all its files.
  String points() {
    ScatterChart chart =
        new ScatterChart(
            "Size of the files, MB, against the time from exec to the first response, ms",
            "files not in the page cache; point: the least of %d starts, line: up to p90; %s"
                .formatted(run.starts(), note()));
    figures.forEach((name, lists) -> {
      if (!Double.isNaN(megabytes.get(name))) {
        List<Double> inits = lists.get(Figure.INIT);
        List<Double> firsts = lists.get(Figure.FIRST);
        List<Double> sums = new ArrayList<>();
        for (int i = 0; i < inits.size(); i++) {
          sums.add(inits.get(i) + firsts.get(i));
        }
        Series series = new Series(sums);
        chart.point(name, megabytes.get(name), series.min(), series.percentile(PERCENTILE));
      }
    });
    return chart.toString();
  }

  private String note() {
    return String.format(
        Locale.ROOT,
        "%s, %s, load %.1f to %.1f",
        machine.get("date"),
        machine.get("processor"),
        load.min(),
        load.max());
  }
}
