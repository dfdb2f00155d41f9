package dev.whippet.simd;

/// A sum in about 106 bits, kept as two doubles that do not overlap: the reference for reductions
/// in double.
final class ExactSum {
  private double high;
  private double low;

  void add(double x) {
    double sum = high + x;
    double rest = sum - high;
    double error = (high - (sum - rest)) + (x - rest) + low;
    high = sum + error;
    low = error - (high - sum);
  }

  void addProduct(double x, double y) {
    double product = x * y;
    add(product);
    add(Math.fma(x, y, -product));
  }

  void addDistance(double x, double y) {
    double difference = x - y;
    double rest = errorOfDifference(x, y, difference);
    double sign = Math.copySign(1, difference);
    add(sign * difference);
    add(sign * rest);
  }

  /// The square of `x - (y + rest of y)`.
  void addSquaredDistance(double x, double y, double restOfY) {
    double difference = x - y;
    double rest = errorOfDifference(x, y, difference) - restOfY;
    addProduct(difference, difference);
    addProduct(2 * difference, rest);
    add(rest * rest);
  }

  private static double errorOfDifference(double x, double y, double difference) {
    double minusY = difference - x;
    return (x - (difference - minusY)) - (y + minusY);
  }

  void divide(double divisor) {
    double quotient = high / divisor;
    double rest = Math.fma(-quotient, divisor, high) + low;
    high = quotient;
    low = 0;
    add(rest / divisor);
  }

  ExactSum squareRoot() {
    double root = Math.sqrt(high);
    ExactSum exact = new ExactSum();
    exact.add(root);
    exact.add((Math.fma(-root, root, high) + low) / (2 * root));
    return exact;
  }

  double value() {
    return high;
  }

  /// What lies below the last place of [#value()].
  double rest() {
    return low;
  }

  /// How far off a value is.
  double error(double value) {
    return (value - high) - low;
  }
}
