package dev.whippet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Pairs of ratios as SVG, on a logarithmic axis with a line at 1.
public final class RatioChart {
  private static final int LABEL_WIDTH = 190;
  private static final int CHART_WIDTH = 600;
  private static final int ROW = 22;
  private static final int TOP = 92;
  private static final int BOTTOM = 34;
  private static final int HALF = 8;
  private static final double MARGIN = 1.15;
  private static final double[] TICKS = {0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};

  private record Row(String label, double first, double second) {}

  private final String title;
  private final String note;
  private final String first;
  private final String second;
  private final List<Row> rows = new ArrayList<>();

  /// An empty chart.
  ///
  /// @param title in bold
  /// @param note below it
  /// @param first what the first ratios are
  /// @param second what the second ratios are
  public RatioChart(String title, String note, String first, String second) {
    this.title = title;
    this.note = note;
    this.first = first;
    this.second = second;
  }

  /// Adds a row.
  ///
  /// @param label to its left
  /// @param one the first ratio; not a number if there is none
  /// @param two the second ratio; not a number if there is none
  public void row(String label, double one, double two) {
    rows.add(new Row(label, one, two));
  }

  @Override
  public String toString() {
    double least = 1 / MARGIN;
    double most = MARGIN;
    for (Row row : rows) {
      for (double value : new double[] {row.first, row.second}) {
        if (!Double.isNaN(value)) {
          least = Math.min(least, value / MARGIN);
          most = Math.max(most, value * MARGIN);
        }
      }
    }
    int height = TOP + rows.size() * ROW + BOTTOM;
    StringBuilder svg = new StringBuilder();
    svg.append(Svg.open(LABEL_WIDTH + CHART_WIDTH + 60, height, title, note));
    legend(svg);
    for (double tick : TICKS) {
      if (tick >= least && tick <= most) {
        double x = at(tick, least, most);
        svg.append(
            String.format(
                Locale.ROOT,
                """
                <line x1="%1$.1f" x2="%1$.1f" y1="%2$d" y2="%3$d" class="%4$s"/>
                <text x="%1$.1f" y="%5$d" text-anchor="middle" class="note">%6$s</text>
                """,
                x,
                TOP - 4,
                height - BOTTOM + 4,
                tick == 1 ? "line" : "grid",
                height - BOTTOM + 22,
                String.valueOf(tick).replaceAll("\\.0$", "")));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int y = TOP + i * ROW;
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
              .formatted(LABEL_WIDTH - 10, y + 14, Svg.escaped(row.label)));
      bar(svg, row.first, y + 1, "other", least, most);
      bar(svg, row.second, y + 1 + HALF, "own", least, most);
    }
    return svg.append("</svg>\n").toString();
  }

  private void legend(StringBuilder svg) {
    svg.append(
        """
        <rect x="%d" y="60" width="14" height="14" class="other"/><text x="%d" y="72">%s</text>
        <rect x="%d" y="60" width="14" height="14" class="own"/><text x="%d" y="72">%s</text>
        """
            .formatted(
                LABEL_WIDTH,
                LABEL_WIDTH + 20,
                Svg.escaped(first),
                LABEL_WIDTH + 140,
                LABEL_WIDTH + 160,
                Svg.escaped(second)));
  }

  private static void bar(
      StringBuilder svg, double value, int y, String style, double least, double most) {
    if (Double.isNaN(value)) {
      return;
    }
    double one = at(1, least, most);
    double end = at(value, least, most);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>%n",
            Math.min(one, end),
            y,
            Math.max(1, Math.abs(end - one)),
            HALF,
            style));
  }

  private static double at(double value, double least, double most) {
    return LABEL_WIDTH + Math.log(value / least) / Math.log(most / least) * CHART_WIDTH;
  }
}
