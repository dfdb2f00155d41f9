package dev.whippet.bench.report;

import java.util.Arrays;
import java.util.Collection;

/// Values of one figure, at least one.
public final class Series {
  private final double[] sorted;

  /// Of values.
  ///
  /// @param values at least one
  public Series(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /// Of values.
  ///
  /// @param values at least one
  public Series(Collection<Double> values) {
    this(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// How many there are.
  ///
  /// @return their number
  public int count() {
    return sorted.length;
  }

  /// The least.
  ///
  /// @return a value
  public double min() {
    return sorted[0];
  }

  /// The greatest.
  ///
  /// @return a value
  public double max() {
    return sorted[sorted.length - 1];
  }

  /// The middle one, or the mean of the two in the middle.
  ///
  /// @return a number
  public double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// The smallest value that is not below so many percent of all.
  ///
  /// @param percent 0 to 100
  /// @return a value
  public double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }
}
