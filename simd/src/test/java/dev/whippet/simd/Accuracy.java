package dev.whippet.simd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The largest errors of the reductions of [SimdOps], in the tier that serves, over random vectors:
/// each as a part of the bound that its Javadoc states.
///
/// Vectors are up to 300 long, a fifth of them up to 1,980, at all places of their arrays; their
/// elements are uniform, normal, all positive, of magnitudes over sixteen powers of two, or far
/// from zero and near each other.
abstract class Accuracy {
  static final int CAPACITY = 2000;
  private static final int DISTRIBUTIONS = 5;

  private final Map<String, Double> worst = new LinkedHashMap<>();
  private final double unit;

  /// Lanes of a vector, or 0 in the scalar tier.
  final int lanes;

  Accuracy(double unit, int bits) {
    this.unit = unit;
    lanes = SimdOps.tier().vectorBits() / bits;
  }

  /// The errors by the operations' names.
  static Map<String, Double> measure(int cases, long seed) {
    Map<String, Double> worst = new LinkedHashMap<>();
    for (Accuracy accuracy : new Accuracy[] {new FloatAccuracy(), new DoubleAccuracy()}) {
      RandomGenerator random = new java.util.SplittableRandom(seed);
      for (int i = 0; i < cases; i++) {
        int n = 1 + random.nextInt(random.nextInt(5) == 0 ? CAPACITY - 20 : 300);
        accuracy.tryOne(random, n);
      }
      worst.putAll(accuracy.worst);
    }
    return worst;
  }

  /// Fills vectors of length n and compares every reduction with its reference.
  abstract void tryOne(RandomGenerator random, int n);

  /// The roundings that the bound of a sum of n terms counts, given its running sums.
  static double roundings(int n, int sums) {
    return (double) n / sums + Math.log(sums) / Math.log(2) + 2;
  }

  /// Notes an error, given what its bound is in roundings and what these are roundings of.
  void see(String name, double error, double roundings, double magnitude) {
    double part = Math.abs(error) / (roundings * unit * magnitude);
    worst.merge(
        name, error == 0 ? 0 : Double.isNaN(part) ? Double.POSITIVE_INFINITY : part, Math::max);
  }

  static int anyDistribution(RandomGenerator random) {
    return random.nextInt(DISTRIBUTIONS);
  }

  static double next(RandomGenerator random, int distribution) {
    return switch (distribution) {
      case 0 -> 2 * random.nextDouble() - 1;
      case 1 -> random.nextGaussian();
      case 2 -> random.nextDouble();
      case 3 -> Math.scalb(2 * random.nextDouble() - 1, random.nextInt(16) - 8);
      default -> 300 + random.nextGaussian();
    };
  }
}
