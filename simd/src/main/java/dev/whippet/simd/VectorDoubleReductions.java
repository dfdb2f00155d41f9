package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// See [VectorFloatReductions].
final class VectorDoubleReductions implements DoubleReductions {
  static final VectorDoubleReductions INSTANCE = new VectorDoubleReductions();

  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = D.length();
  private static final boolean FUSED = FusedMultiplyAdd.FAST;
  private static final ScalarDoubleReductions SCALAR = ScalarDoubleReductions.INSTANCE;

  @Override
  public double dot(double[] a, int ao, double[] b, int bo, int n) {
    if (n < 4 * LANES) {
      return SCALAR.dot(a, ao, b, bo, n);
    }
    DoubleVector s0 = DoubleVector.zero(D), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      s0 = FUSED ? x0.fma(y0, s0) : x0.mul(y0).add(s0);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector y1 = DoubleVector.fromArray(D, b, bo + i + LANES);
      s1 = FUSED ? x1.fma(y1, s1) : x1.mul(y1).add(s1);
      DoubleVector x2 = DoubleVector.fromArray(D, a, ao + i + 2 * LANES);
      DoubleVector y2 = DoubleVector.fromArray(D, b, bo + i + 2 * LANES);
      s2 = FUSED ? x2.fma(y2, s2) : x2.mul(y2).add(s2);
      DoubleVector x3 = DoubleVector.fromArray(D, a, ao + i + 3 * LANES);
      DoubleVector y3 = DoubleVector.fromArray(D, b, bo + i + 3 * LANES);
      s3 = FUSED ? x3.fma(y3, s3) : x3.mul(y3).add(s3);
    }
    for (int end = n & -LANES; i < end; i += LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      s0 = FUSED ? x0.fma(y0, s0) : x0.mul(y0).add(s0);
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.dot(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public double dot(float[] a, int ao, float[] b, int bo, int n) {
    if (n < 4 * LANES) {
      return SCALAR.dot(a, ao, b, bo, n);
    }
    DoubleVector s0 = DoubleVector.zero(D), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + 2 * LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + 2 * LANES);
      DoubleVector u0 = (DoubleVector) x0.convert(F2D, 0);
      DoubleVector v0 = (DoubleVector) y0.convert(F2D, 0);
      DoubleVector u1 = (DoubleVector) x0.convert(F2D, 1);
      DoubleVector v1 = (DoubleVector) y0.convert(F2D, 1);
      DoubleVector u2 = (DoubleVector) x1.convert(F2D, 0);
      DoubleVector v2 = (DoubleVector) y1.convert(F2D, 0);
      DoubleVector u3 = (DoubleVector) x1.convert(F2D, 1);
      DoubleVector v3 = (DoubleVector) y1.convert(F2D, 1);
      s0 = FUSED ? u0.fma(v0, s0) : u0.mul(v0).add(s0);
      s1 = FUSED ? u1.fma(v1, s1) : u1.mul(v1).add(s1);
      s2 = FUSED ? u2.fma(v2, s2) : u2.mul(v2).add(s2);
      s3 = FUSED ? u3.fma(v3, s3) : u3.mul(v3).add(s3);
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.dot(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public double squaredL2(double[] a, int ao, double[] b, int bo, int n) {
    if (n < 2 * LANES) {
      return SCALAR.squaredL2(a, ao, b, bo, n);
    }
    DoubleVector s0 = DoubleVector.zero(D), s1 = s0;
    int i = 0;
    for (int end = n & -(2 * LANES); i < end; i += 2 * LANES) {
      DoubleVector d0 =
          DoubleVector.fromArray(D, a, ao + i).sub(DoubleVector.fromArray(D, b, bo + i));
      DoubleVector d1 =
          DoubleVector.fromArray(D, a, ao + i + LANES)
              .sub(DoubleVector.fromArray(D, b, bo + i + LANES));
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
    }
    double sum = s0.add(s1).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.squaredL2(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public double sum(double[] a, int ao, int n) {
    if (n < 4 * LANES) {
      return SCALAR.sum(a, ao, n);
    }
    DoubleVector s0 = DoubleVector.zero(D), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      s0 = DoubleVector.fromArray(D, a, ao + i).add(s0);
      s1 = DoubleVector.fromArray(D, a, ao + i + LANES).add(s1);
      s2 = DoubleVector.fromArray(D, a, ao + i + 2 * LANES).add(s2);
      s3 = DoubleVector.fromArray(D, a, ao + i + 3 * LANES).add(s3);
    }
    for (int end = n & -LANES; i < end; i += LANES) {
      s0 = DoubleVector.fromArray(D, a, ao + i).add(s0);
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.sum(a, ao + i, n - i);
  }
}
