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
    add(errorOfProduct(x, y, product));
  }

  /// Dekker's, of halves whose products are exact: without fused multiply-add, which a fork that
  /// runs without it would have from big decimals.
  private static double errorOfProduct(double x, double y, double product) {
    double x1 = upperHalf(x);
    double x2 = x - x1;
    double y1 = upperHalf(y);
    double y2 = y - y1;
    return ((x1 * y1 - product) + x1 * y2 + x2 * y1) + x2 * y2;
  }

  private static double upperHalf(double x) {
    double shifted = x * ((1 << 27) + 1);
    return shifted - (shifted - x);
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
    double product = quotient * divisor;
    double rest = high - product - errorOfProduct(quotient, divisor, product) + low;
    high = quotient;
    low = 0;
    add(rest / divisor);
  }

  ExactSum squareRoot() {
    double root = Math.sqrt(high);
    ExactSum exact = new ExactSum();
    exact.add(root);
    double square = root * root;
    exact.add((high - square - errorOfProduct(root, root, square) + low) / (2 * root));
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
