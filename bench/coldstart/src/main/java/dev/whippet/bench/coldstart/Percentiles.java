package dev.whippet.bench.coldstart;

import dev.whippet.bench.report.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The percentiles of many values in the order in which they were measured: each is the median of
/// that percentile in blocks of 1,000, so that a burst of other work on the machine, which fills
/// the upper end of a few blocks, does not decide it.
final class Percentiles {
  private static final int BLOCK = 1000;

  private final double[] values = new double[100];

  private Percentiles() {}

  static Percentiles of(double... measured) {
    List<Series> blocks = new ArrayList<>();
    for (int from = 0; from < measured.length; from += BLOCK) {
      int to = Math.min(measured.length, from + BLOCK);
      blocks.add(new Series(Arrays.copyOfRange(measured, from, to)));
    }
    Percentiles percentiles = new Percentiles();
    for (int percent = 1; percent < percentiles.values.length; percent++) {
      int p = percent;
      percentiles.values[percent] =
          new Series(blocks.stream().map(block -> block.percentile(p)).toList()).median();
    }
    return percentiles;
  }

  /// A percentile from 1 to 99.
  double at(int percent) {
    return values[percent];
  }

  /// Where this is above the other, as `p1 to p3, p99`; `none` if nowhere.
  String above(Percentiles other) {
    List<String> ranges = new ArrayList<>();
    for (int percent = 1; percent < values.length; percent++) {
      int from = percent;
      while (percent < values.length && values[percent] > other.values[percent]) {
        percent++;
      }
      if (percent - from > 1) {
        ranges.add("p" + from + " to p" + (percent - 1));
      } else if (percent > from) {
        ranges.add("p" + from);
      }
    }
    return ranges.isEmpty() ? "none" : String.join(", ", ranges);
  }
}
