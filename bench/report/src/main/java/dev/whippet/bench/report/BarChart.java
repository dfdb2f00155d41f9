package dev.whippet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Horizontal bars as SVG.
public final class BarChart {
  private static final int LABEL_WIDTH = 400;
  private static final int BAR_WIDTH = 420;
  private static final int ROW = 34;
  private static final int TOP = 64;
  private static final int SHORT = 5; // a bar of so many pixels has no room for a mark

  private record Bar(String label, double min, double median) {}

  private final String title;
  private final String note;
  private final List<Bar> bars = new ArrayList<>();

  /// An empty chart.
  ///
  /// @param title in bold
  /// @param note below it
  public BarChart(String title, String note) {
    this.title = title;
    this.note = note;
  }

  /// Adds a bar.
  ///
  /// @param label to its left
  /// @param min where its line is
  /// @param median its length
  public void bar(String label, double min, double median) {
    bars.add(new Bar(label, min, median));
  }

  @Override
  public String toString() {
    double most = bars.stream().mapToDouble(Bar::median).max().orElse(1);
    int height = TOP + bars.size() * ROW + 16;
    StringBuilder svg = new StringBuilder();
    svg.append(Svg.open(LABEL_WIDTH + BAR_WIDTH + 90, height, title, note));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int y = TOP + i * ROW;
      double length = bar.median / most * BAR_WIDTH;
      double min = LABEL_WIDTH + bar.min / most * BAR_WIDTH;
      svg.append(
          String.format(
              Locale.ROOT,
              """
              <text x="%d" y="%d" text-anchor="end">%s</text>
              <rect x="%d" y="%d" width="%.1f" height="22" rx="2" class="%s"/>
              %s<text x="%.1f" y="%d">%s</text>
              """,
              LABEL_WIDTH - 10,
              y + 16,
              Svg.escaped(bar.label),
              LABEL_WIDTH,
              y,
              Math.max(1, length),
              isOwn(bar.label) ? "own" : "other",
              length < SHORT ? "" : mark(min, y),
              LABEL_WIDTH + length + 8,
              y + 16,
              number(bar.median)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String mark(double x, int y) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" class=\"line\"/>%n",
        x,
        y + 2,
        y + 20);
  }

  /// Ours stand out.
  static boolean isOwn(String label) {
    return label.startsWith("Whippet");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
