package dev.whippet.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Points as SVG, each with a range upwards; both axes are logarithmic.
public final class ScatterChart {
  private static final int WIDTH = 890;
  private static final int HEIGHT = 480;
  private static final int LEFT = 60;
  private static final int RIGHT = 430; // the labels are to the right of all points
  private static final int TOP = 70;
  private static final int BOTTOM = 40;
  private static final int LINE = 20;

  private record Point(String label, double x, double min, double max) {}

  private final String title;
  private final String note;
  private final List<Point> points = new ArrayList<>();

  /// An empty chart.
  ///
  /// @param title in bold
  /// @param note below it
  public ScatterChart(String title, String note) {
    this.title = title;
    this.note = note;
  }

  /// Adds a point.
  ///
  /// @param label to its right
  /// @param x MB
  /// @param min where it is, in ms
  /// @param max the upper end of its line, in ms
  public void point(String label, double x, double min, double max) {
    points.add(new Point(label, x, min, max));
  }

  @Override
  public String toString() {
    Axis x =
        new Axis(
            points.stream().mapToDouble(Point::x).min().orElse(1),
            points.stream().mapToDouble(Point::x).max().orElse(1),
            LEFT,
            WIDTH - RIGHT);
    Axis y =
        new Axis(
            points.stream().mapToDouble(Point::min).min().orElse(1),
            points.stream().mapToDouble(Point::max).max().orElse(1),
            HEIGHT - BOTTOM,
            TOP);
    StringBuilder svg = new StringBuilder(Svg.open(WIDTH, HEIGHT, title, note));
    for (double tick : x.ticks()) {
      line(svg, "grid", x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM);
      text(svg, "note", "middle", x.at(tick), HEIGHT - BOTTOM + 18, number(tick) + " MB");
    }
    for (double tick : y.ticks()) {
      line(svg, "grid", LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick));
      text(svg, "note", "end", LEFT - 8, y.at(tick) + 4, number(tick) + " ms");
    }
    List<Point> downwards = new ArrayList<>(points);
    downwards.sort(Comparator.comparingDouble(Point::min).reversed());
    double above = TOP - LINE;
    for (Point point : downwards) {
      double px = x.at(point.x);
      double py = y.at(point.min);
      double labelY = Math.max(above + LINE, py);
      above = labelY;
      double labelX = WIDTH - RIGHT + 20.0;
      line(svg, "leader", px, py, labelX - 4, labelY);
      line(svg, "line", px, y.at(point.min), px, y.at(point.max));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" class=\"%s\"/>%n",
              px,
              py,
              BarChart.isOwn(point.label) ? "own" : "other"));
      String label = "%s: %s".formatted(point.label, number(point.min));
      text(svg, "label", "start", labelX, labelY + 5, label);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void line(
      StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            style));
  }

  private static void text(
      StringBuilder svg, String style, String anchor, double x, double y, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            style,
            Svg.escaped(text)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 && value % 1 > 0.04 ? "%.1f" : "%.0f", value);
  }

  /// A logarithmic axis, somewhat wider than its values.
  ///
  /// @param min the least value
  /// @param max the greatest
  /// @param from the pixel at its beginning
  /// @param to the pixel at its end
  private record Axis(double min, double max, double from, double to) {
    private static final double MARGIN = 0.08;

    double at(double value) {
      double range = Math.log(max / min) * (1 + 2 * MARGIN);
      double part = (Math.log(value / min) + range * MARGIN) / range;
      return from + part * (to - from);
    }

    /// Powers of ten and what is between them, 2 and 5.
    List<Double> ticks() {
      List<Double> ticks = new ArrayList<>();
      for (double power = Math.pow(10, Math.floor(Math.log10(min))); power <= max; power *= 10) {
        for (double factor : new double[] {1, 2, 5}) {
          double tick = factor * power;
          if (tick >= min * 0.9 && tick <= max * 1.1) {
            ticks.add(tick);
          }
        }
      }
      return ticks;
    }
  }
}
