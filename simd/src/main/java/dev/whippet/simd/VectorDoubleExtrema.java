package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// See [VectorExtrema]: NaN and the sign of zero are settled at the end here too, and sums beyond
/// the range of doubles that look like NaN are the scalar tier's.
final class VectorDoubleExtrema {
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = D.length();
  private static final ScalarDoubleReductions SCALAR = ScalarDoubleReductions.INSTANCE;

  private VectorDoubleExtrema() {}

  static double min(double[] a, int ao, int n) {
    if (n < LANES) {
      return SCALAR.min(a, ao, n);
    }
    // the last vector first: what is left over at the end of the loops is in it
    DoubleVector m0 = DoubleVector.fromArray(D, a, ao + n - LANES), m1 = m0, m2 = m0, m3 = m0;
    DoubleVector t0 = m0, t1 = DoubleVector.zero(D), t2 = t1, t3 = t1;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector x2 = DoubleVector.fromArray(D, a, ao + i + 2 * LANES);
      DoubleVector x3 = DoubleVector.fromArray(D, a, ao + i + 3 * LANES);
      m0 = x0.blend(m0, x0.compare(GE, m0));
      t0 = x0.add(t0);
      m1 = x1.blend(m1, x1.compare(GE, m1));
      t1 = x1.add(t1);
      m2 = x2.blend(m2, x2.compare(GE, m2));
      t2 = x2.add(t2);
      m3 = x3.blend(m3, x3.compare(GE, m3));
      t3 = x3.add(t3);
    }
    for (int end = n & -LANES; i < end; i += LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      m0 = x0.blend(m0, x0.compare(GE, m0));
      t0 = x0.add(t0);
    }
    double sum = t0.add(t1).add(t2.add(t3)).reduceLanes(ADD);
    if (Double.isNaN(sum)) {
      return SCALAR.min(a, ao, n);
    }
    DoubleVector m = m0.lanewise(MIN, m1).lanewise(MIN, m2.lanewise(MIN, m3));
    double min = m.reduceLanes(MIN);
    if (min == 0) {
      return indexOf(-0d, a, ao, n) < 0 ? 0d : -0d;
    }
    return min;
  }

  static double max(double[] a, int ao, int n) {
    if (n < LANES) {
      return SCALAR.max(a, ao, n);
    }
    // the last vector first: what is left over at the end of the loops is in it
    DoubleVector m0 = DoubleVector.fromArray(D, a, ao + n - LANES), m1 = m0, m2 = m0, m3 = m0;
    DoubleVector t0 = m0, t1 = DoubleVector.zero(D), t2 = t1, t3 = t1;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector x2 = DoubleVector.fromArray(D, a, ao + i + 2 * LANES);
      DoubleVector x3 = DoubleVector.fromArray(D, a, ao + i + 3 * LANES);
      m0 = x0.blend(m0, x0.compare(LE, m0));
      t0 = x0.add(t0);
      m1 = x1.blend(m1, x1.compare(LE, m1));
      t1 = x1.add(t1);
      m2 = x2.blend(m2, x2.compare(LE, m2));
      t2 = x2.add(t2);
      m3 = x3.blend(m3, x3.compare(LE, m3));
      t3 = x3.add(t3);
    }
    for (int end = n & -LANES; i < end; i += LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      m0 = x0.blend(m0, x0.compare(LE, m0));
      t0 = x0.add(t0);
    }
    double sum = t0.add(t1).add(t2.add(t3)).reduceLanes(ADD);
    if (Double.isNaN(sum)) {
      return SCALAR.max(a, ao, n);
    }
    DoubleVector m = m0.lanewise(MAX, m1).lanewise(MAX, m2.lanewise(MAX, m3));
    double max = m.reduceLanes(MAX);
    if (max == 0) {
      return indexOf(0d, a, ao, n) < 0 ? -0d : 0d;
    }
    return max;
  }

  static int argMin(double[] a, int ao, int n) {
    double min = min(a, ao, n);
    return Double.isNaN(min) ? SCALAR.argMin(a, ao, n) : indexOf(min, a, ao, n);
  }

  static int argMax(double[] a, int ao, int n) {
    double max = max(a, ao, n);
    return Double.isNaN(max) ? SCALAR.argMax(a, ao, n) : indexOf(max, a, ao, n);
  }

  /// The first index in the slice of exactly this value, told by its bits, else -1.
  private static int indexOf(double value, double[] a, int ao, int n) {
    long bits = Double.doubleToRawLongBits(value);
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      VectorMask<Long> e0 =
          DoubleVector.fromArray(D, a, ao + i).reinterpretAsLongs().compare(EQ, bits);
      VectorMask<Long> e1 =
          DoubleVector.fromArray(D, a, ao + i + LANES).reinterpretAsLongs().compare(EQ, bits);
      VectorMask<Long> e2 =
          DoubleVector.fromArray(D, a, ao + i + 2 * LANES).reinterpretAsLongs().compare(EQ, bits);
      VectorMask<Long> e3 =
          DoubleVector.fromArray(D, a, ao + i + 3 * LANES).reinterpretAsLongs().compare(EQ, bits);
      if (e0.or(e1).or(e2.or(e3)).anyTrue()) {
        break;
      }
    }
    for (; i < n; i++) {
      if (Double.doubleToRawLongBits(a[ao + i]) == bits) {
        return i;
      }
    }
    return -1;
  }
}
