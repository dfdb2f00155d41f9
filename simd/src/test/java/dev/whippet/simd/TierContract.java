package dev.whippet.simd;

/// What each tier says of itself to the contracts.
interface TierContract {
  Kernels kernels();

  /// Lanes of floats.
  int lanes();

  /// Running sums of the dot product, per `lanes()` or in all.
  int runningSums();

  /// The error that a sum of n terms may have, given the sum of their magnitudes: of the bound in
  /// SimdOps, with a number of roundings more.
  default double bound(int n, int sums, int more, double magnitude) {
    double roundings = (double) n / sums + Math.log(sums) / Math.log(2) + 2 + more;
    return roundings * 0x1p-24 * magnitude + n * (double) Float.MIN_VALUE;
  }

  /// The same for doubles, of which a vector has half as many.
  default double boundOfDoubles(int n, int sums, int more, double magnitude) {
    double roundings = (double) n / sums + Math.log(sums) / Math.log(2) + 2 + more;
    return roundings * 0x1p-53 * magnitude + n * Double.MIN_VALUE;
  }

  /// Running sums of the dot product of doubles.
  default int runningSumsOfDoubles() {
    return runningSums() / 2;
  }
}
