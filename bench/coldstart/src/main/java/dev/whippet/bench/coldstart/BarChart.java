package dev.whippet.bench.coldstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Horizontal bars as SVG, in colours that follow the reader's light or dark theme.
final class BarChart {
  private static final int LABEL_WIDTH = 380;
  private static final int BAR_WIDTH = 420;
  private static final int ROW = 34;
  private static final int TOP = 64;

  private record Bar(String label, double min, double median) {}

  private final String title;
  private final String note;
  private final List<Bar> bars = new ArrayList<>();

  BarChart(String title, String note) {
    this.title = title;
    this.note = note;
  }

  /// The first bar is the one to stand out.
  void bar(String label, double min, double median) {
    bars.add(new Bar(label, min, median));
  }

  @Override
  public String toString() {
    double most = bars.stream().mapToDouble(Bar::median).max().orElse(1);
    int width = LABEL_WIDTH + BAR_WIDTH + 90;
    int height = TOP + bars.size() * ROW + 16;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="system-ui, sans-serif">
        <title>%s</title>
        <style>
          text { fill: #1f2328; font-size: 14px }
          .note { fill: #59636e; font-size: 12px }
          .own { fill: #0969da }
          .other { fill: #8c959f }
          .min { stroke: #1f2328; stroke-width: 2 }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 }
            .note { fill: #9198a1 }
            .own { fill: #4493f8 }
            .other { fill: #656c76 }
            .min { stroke: #e6edf3 }
          }
        </style>
        <text x="0" y="20" font-weight="bold">%s</text>
        <text x="0" y="42" class="note">%s</text>
        """
            .formatted(width, height, escaped(title), escaped(title), escaped(note)));
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
              <line x1="%.1f" x2="%.1f" y1="%d" y2="%d" class="min"/>
              <text x="%.1f" y="%d">%.0f</text>
              """,
              LABEL_WIDTH - 10,
              y + 16,
              escaped(bar.label),
              LABEL_WIDTH,
              y,
              length,
              i == 0 ? "own" : "other",
              min,
              min,
              y + 2,
              y + 20,
              LABEL_WIDTH + length + 8,
              y + 16,
              bar.median));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
