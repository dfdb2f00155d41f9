package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Least and greatest element. A comparison and a blend are four times as fast as the vector
/// maximum, which honours NaN and the sign of zero at every step; here both are settled at the end.
///
/// NaN shows in the sum of all elements. So does an infinity of each sign, by mistake: either way
/// the scalar tier has the last word.
final class VectorExtrema {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = F.length();
  private static final ScalarFloatReductions SCALAR = ScalarFloatReductions.INSTANCE;

  private VectorExtrema() {}

  static float min(float[] a, int ao, int n) {
    if (n < LANES) {
      return SCALAR.min(a, ao, n);
    }
    // the last vector first: what is left over at the end of the loops is in it
    FloatVector m0 = FloatVector.fromArray(F, a, ao + n - LANES), m1 = m0, m2 = m0, m3 = m0;
    FloatVector t0 = m0, t1 = FloatVector.zero(F), t2 = t1, t3 = t1;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector x2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES);
      FloatVector x3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES);
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
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      m0 = x0.blend(m0, x0.compare(GE, m0));
      t0 = x0.add(t0);
    }
    float sum = t0.add(t1).add(t2.add(t3)).reduceLanes(ADD);
    if (Float.isNaN(sum)) {
      return SCALAR.min(a, ao, n);
    }
    FloatVector m = m0.lanewise(MIN, m1).lanewise(MIN, m2.lanewise(MIN, m3));
    float min = m.reduceLanes(MIN);
    if (min == 0) {
      return indexOf(-0f, a, ao, n) < 0 ? 0f : -0f;
    }
    return min;
  }

  static float max(float[] a, int ao, int n) {
    if (n < LANES) {
      return SCALAR.max(a, ao, n);
    }
    // the last vector first: what is left over at the end of the loops is in it
    FloatVector m0 = FloatVector.fromArray(F, a, ao + n - LANES), m1 = m0, m2 = m0, m3 = m0;
    FloatVector t0 = m0, t1 = FloatVector.zero(F), t2 = t1, t3 = t1;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector x2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES);
      FloatVector x3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES);
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
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      m0 = x0.blend(m0, x0.compare(LE, m0));
      t0 = x0.add(t0);
    }
    float sum = t0.add(t1).add(t2.add(t3)).reduceLanes(ADD);
    if (Float.isNaN(sum)) {
      return SCALAR.max(a, ao, n);
    }
    FloatVector m = m0.lanewise(MAX, m1).lanewise(MAX, m2.lanewise(MAX, m3));
    float max = m.reduceLanes(MAX);
    if (max == 0) {
      return indexOf(0f, a, ao, n) < 0 ? -0f : 0f;
    }
    return max;
  }

  static int argMin(float[] a, int ao, int n) {
    float min = min(a, ao, n);
    return Float.isNaN(min) ? SCALAR.argMin(a, ao, n) : indexOf(min, a, ao, n);
  }

  static int argMax(float[] a, int ao, int n) {
    float max = max(a, ao, n);
    return Float.isNaN(max) ? SCALAR.argMax(a, ao, n) : indexOf(max, a, ao, n);
  }

  /// The first index in the slice of exactly this value, told by its bits, else -1.
  private static int indexOf(float value, float[] a, int ao, int n) {
    int bits = Float.floatToRawIntBits(value);
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      VectorMask<Integer> e0 =
          FloatVector.fromArray(F, a, ao + i).reinterpretAsInts().compare(EQ, bits);
      VectorMask<Integer> e1 =
          FloatVector.fromArray(F, a, ao + i + LANES).reinterpretAsInts().compare(EQ, bits);
      VectorMask<Integer> e2 =
          FloatVector.fromArray(F, a, ao + i + 2 * LANES).reinterpretAsInts().compare(EQ, bits);
      VectorMask<Integer> e3 =
          FloatVector.fromArray(F, a, ao + i + 3 * LANES).reinterpretAsInts().compare(EQ, bits);
      if (e0.or(e1).or(e2.or(e3)).anyTrue()) {
        break;
      }
    }
    for (; i < n; i++) {
      if (Float.floatToRawIntBits(a[ao + i]) == bits) {
        return i;
      }
    }
    return -1;
  }
}
