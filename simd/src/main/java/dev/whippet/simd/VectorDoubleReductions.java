package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// See [VectorFloatReductions]; what is left over at the end is the scalar tier's.
final class VectorDoubleReductions implements DoubleReductions {
  static final VectorDoubleReductions INSTANCE = new VectorDoubleReductions();

  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = D.length();
  private static final boolean FUSED = FusedMultiplyAdd.FAST;
  private static final ScalarDoubleReductions SCALAR = ScalarDoubleReductions.INSTANCE;

  @Override
  public double dot(double[] a, int ao, double[] b, int bo, int n) {
    if (n < LANES) {
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
    if ((n & 2 * LANES) != 0) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      s0 = FUSED ? x0.fma(y0, s0) : x0.mul(y0).add(s0);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector y1 = DoubleVector.fromArray(D, b, bo + i + LANES);
      s1 = FUSED ? x1.fma(y1, s1) : x1.mul(y1).add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      s2 = FUSED ? x0.fma(y0, s2) : x0.mul(y0).add(s2);
      i += LANES;
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.dot(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public double dot(float[] a, int ao, float[] b, int bo, int n) {
    if (n < 2 * LANES) {
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
    if ((n & 2 * LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      DoubleVector u0 = (DoubleVector) x0.convert(F2D, 0);
      DoubleVector v0 = (DoubleVector) y0.convert(F2D, 0);
      DoubleVector u1 = (DoubleVector) x0.convert(F2D, 1);
      DoubleVector v1 = (DoubleVector) y0.convert(F2D, 1);
      s0 = FUSED ? u0.fma(v0, s0) : u0.mul(v0).add(s0);
      s1 = FUSED ? u1.fma(v1, s1) : u1.mul(v1).add(s1);
      i += 2 * LANES;
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.dot(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public double cosine(double[] a, int ao, double[] b, int bo, int n) {
    if (n < LANES) {
      return SCALAR.cosine(a, ao, b, bo, n);
    }
    DoubleVector d0 = DoubleVector.zero(D), d1 = d0, p0 = d0, p1 = d0, q0 = d0, q1 = d0;
    int i = 0;
    for (int end = n & -(2 * LANES); i < end; i += 2 * LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector y1 = DoubleVector.fromArray(D, b, bo + i + LANES);
      d0 = FUSED ? x0.fma(y0, d0) : x0.mul(y0).add(d0);
      p0 = FUSED ? x0.fma(x0, p0) : x0.mul(x0).add(p0);
      q0 = FUSED ? y0.fma(y0, q0) : y0.mul(y0).add(q0);
      d1 = FUSED ? x1.fma(y1, d1) : x1.mul(y1).add(d1);
      p1 = FUSED ? x1.fma(x1, p1) : x1.mul(x1).add(p1);
      q1 = FUSED ? y1.fma(y1, q1) : y1.mul(y1).add(q1);
    }
    if ((n & LANES) != 0) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      d0 = FUSED ? x0.fma(y0, d0) : x0.mul(y0).add(d0);
      p0 = FUSED ? x0.fma(x0, p0) : x0.mul(x0).add(p0);
      q0 = FUSED ? y0.fma(y0, q0) : y0.mul(y0).add(q0);
      i += LANES;
    }
    double d = d0.add(d1).reduceLanes(ADD);
    double p = p0.add(p1).reduceLanes(ADD);
    double q = q0.add(q1).reduceLanes(ADD);
    if (i < n) {
      d += SCALAR.dot(a, ao + i, b, bo + i, n - i);
      p += SCALAR.dot(a, ao + i, a, ao + i, n - i);
      q += SCALAR.dot(b, bo + i, b, bo + i, n - i);
    }
    return DoubleReductions.cosine(d, p, q);
  }

  @Override
  public double squaredL2(double[] a, int ao, double[] b, int bo, int n) {
    if (n < LANES) {
      return SCALAR.squaredL2(a, ao, b, bo, n);
    }
    DoubleVector s0 = DoubleVector.zero(D), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      DoubleVector d0 = x0.sub(y0);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector y1 = DoubleVector.fromArray(D, b, bo + i + LANES);
      DoubleVector d1 = x1.sub(y1);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      DoubleVector x2 = DoubleVector.fromArray(D, a, ao + i + 2 * LANES);
      DoubleVector y2 = DoubleVector.fromArray(D, b, bo + i + 2 * LANES);
      DoubleVector d2 = x2.sub(y2);
      s2 = FUSED ? d2.fma(d2, s2) : d2.mul(d2).add(s2);
      DoubleVector x3 = DoubleVector.fromArray(D, a, ao + i + 3 * LANES);
      DoubleVector y3 = DoubleVector.fromArray(D, b, bo + i + 3 * LANES);
      DoubleVector d3 = x3.sub(y3);
      s3 = FUSED ? d3.fma(d3, s3) : d3.mul(d3).add(s3);
    }
    if ((n & 2 * LANES) != 0) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      DoubleVector d0 = x0.sub(y0);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector y1 = DoubleVector.fromArray(D, b, bo + i + LANES);
      DoubleVector d1 = x1.sub(y1);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      DoubleVector d0 = x0.sub(y0);
      s2 = FUSED ? d0.fma(d0, s2) : d0.mul(d0).add(s2);
      i += LANES;
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.squaredL2(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public double l1(double[] a, int ao, double[] b, int bo, int n) {
    if (n < LANES) {
      return SCALAR.l1(a, ao, b, bo, n);
    }
    DoubleVector s0 = DoubleVector.zero(D), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      s0 = x0.sub(y0).abs().add(s0);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector y1 = DoubleVector.fromArray(D, b, bo + i + LANES);
      s1 = x1.sub(y1).abs().add(s1);
      DoubleVector x2 = DoubleVector.fromArray(D, a, ao + i + 2 * LANES);
      DoubleVector y2 = DoubleVector.fromArray(D, b, bo + i + 2 * LANES);
      s2 = x2.sub(y2).abs().add(s2);
      DoubleVector x3 = DoubleVector.fromArray(D, a, ao + i + 3 * LANES);
      DoubleVector y3 = DoubleVector.fromArray(D, b, bo + i + 3 * LANES);
      s3 = x3.sub(y3).abs().add(s3);
    }
    if ((n & 2 * LANES) != 0) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      s0 = x0.sub(y0).abs().add(s0);
      DoubleVector x1 = DoubleVector.fromArray(D, a, ao + i + LANES);
      DoubleVector y1 = DoubleVector.fromArray(D, b, bo + i + LANES);
      s1 = x1.sub(y1).abs().add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      DoubleVector x0 = DoubleVector.fromArray(D, a, ao + i);
      DoubleVector y0 = DoubleVector.fromArray(D, b, bo + i);
      s2 = x0.sub(y0).abs().add(s2);
      i += LANES;
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.l1(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public double sum(double[] a, int ao, int n) {
    if (n < LANES) {
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
    if ((n & 2 * LANES) != 0) {
      s0 = DoubleVector.fromArray(D, a, ao + i).add(s0);
      s1 = DoubleVector.fromArray(D, a, ao + i + LANES).add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      s2 = DoubleVector.fromArray(D, a, ao + i).add(s2);
      i += LANES;
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.sum(a, ao + i, n - i);
  }

  @Override
  public double squaredDeviations(double[] a, int ao, int n, double mean) {
    if (n < LANES) {
      return SCALAR.squaredDeviations(a, ao, n, mean);
    }
    DoubleVector s0 = DoubleVector.zero(D), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      DoubleVector d0 = DoubleVector.fromArray(D, a, ao + i).sub(mean);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      DoubleVector d1 = DoubleVector.fromArray(D, a, ao + i + LANES).sub(mean);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      DoubleVector d2 = DoubleVector.fromArray(D, a, ao + i + 2 * LANES).sub(mean);
      s2 = FUSED ? d2.fma(d2, s2) : d2.mul(d2).add(s2);
      DoubleVector d3 = DoubleVector.fromArray(D, a, ao + i + 3 * LANES).sub(mean);
      s3 = FUSED ? d3.fma(d3, s3) : d3.mul(d3).add(s3);
    }
    if ((n & 2 * LANES) != 0) {
      DoubleVector d0 = DoubleVector.fromArray(D, a, ao + i).sub(mean);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      DoubleVector d1 = DoubleVector.fromArray(D, a, ao + i + LANES).sub(mean);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      DoubleVector d0 = DoubleVector.fromArray(D, a, ao + i).sub(mean);
      s2 = FUSED ? d0.fma(d0, s2) : d0.mul(d0).add(s2);
      i += LANES;
    }
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.squaredDeviations(a, ao + i, n - i, mean);
  }

  @Override
  public double min(double[] a, int ao, int n) {
    return VectorDoubleExtrema.min(a, ao, n);
  }

  @Override
  public double max(double[] a, int ao, int n) {
    return VectorDoubleExtrema.max(a, ao, n);
  }

  @Override
  public int argMin(double[] a, int ao, int n) {
    return VectorDoubleExtrema.argMin(a, ao, n);
  }

  @Override
  public int argMax(double[] a, int ao, int n) {
    return VectorDoubleExtrema.argMax(a, ao, n);
  }
}
