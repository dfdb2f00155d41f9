package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.whippet.simd.setting.Setting;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Four vectors a step, each with an accumulator of its own, then at most three single vectors;
/// what is shorter than a vector is the scalar tier's. Lanes are added once, at the end. No vector
/// ever crosses a call that might not be inlined, which is why the kernels repeat each other.
final class VectorFloatReductions implements FloatReductions {
  static final VectorFloatReductions INSTANCE = new VectorFloatReductions();

  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = F.length();
  private static final int SHORT = 16 * LANES;
  private static final boolean FUSED = FusedMultiplyAdd.FAST;

  private static final ScalarFloatReductions SCALAR = ScalarFloatReductions.INSTANCE;

  /// Few enough bytes of code for C2 to put it in its caller, which halves the time of 128
  /// elements. Long vectors take four accumulators; nothing takes that way too, where it costs
  /// nothing and a warm-up can count on it.
  @Override
  public float dot(float[] a, int ao, float[] b, int bo, int n) {
    if (n > SHORT || n == 0 || !FUSED) {
      return longDot(a, ao, b, bo, n);
    }
    if (n < LANES || Setting.IN_IMAGE) {
      return shortDot(a, ao, b, bo, n);
    }
    FloatVector s0 = FloatVector.zero(F), s1 = s0;
    int i = 0;
    for (int end = n & -(2 * LANES); i < end; i += 2 * LANES) {
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      s0 = FloatVector.fromArray(F, a, ao + i).fma(y0, s0);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      s1 = FloatVector.fromArray(F, a, ao + i + LANES).fma(y1, s1);
    }
    if ((n & LANES) != 0) {
      FloatVector y = FloatVector.fromArray(F, b, bo + i);
      s0 = FloatVector.fromArray(F, a, ao + i).fma(y, s0);
      i += LANES;
    }
    if (i < n) {
      VectorMask<Float> seen = LaneIndex.FLOATS.compare(LT, LANES - (n - i));
      FloatVector y = FloatVector.fromArray(F, b, bo + n - LANES).blend(0, seen);
      s1 = FloatVector.fromArray(F, a, ao + n - LANES).blend(0, seen).fma(y, s1);
    }
    return s0.add(s1).reduceLanes(ADD);
  }

  private static float shortDot(float[] a, int ao, float[] b, int bo, int n) {
    return n < LANES ? SCALAR.dot(a, ao, b, bo, n) : longDot(a, ao, b, bo, n);
  }

  private static float longDot(float[] a, int ao, float[] b, int bo, int n) {
    if (n < LANES) {
      return SCALAR.dot(a, ao, b, bo, n);
    }
    FloatVector s0 = FloatVector.zero(F), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      s0 = FUSED ? x0.fma(y0, s0) : x0.mul(y0).add(s0);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      s1 = FUSED ? x1.fma(y1, s1) : x1.mul(y1).add(s1);
      FloatVector x2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES);
      FloatVector y2 = FloatVector.fromArray(F, b, bo + i + 2 * LANES);
      s2 = FUSED ? x2.fma(y2, s2) : x2.mul(y2).add(s2);
      FloatVector x3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES);
      FloatVector y3 = FloatVector.fromArray(F, b, bo + i + 3 * LANES);
      s3 = FUSED ? x3.fma(y3, s3) : x3.mul(y3).add(s3);
    }
    if ((n & 2 * LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      s0 = FUSED ? x0.fma(y0, s0) : x0.mul(y0).add(s0);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      s1 = FUSED ? x1.fma(y1, s1) : x1.mul(y1).add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      s2 = FUSED ? x0.fma(y0, s2) : x0.mul(y0).add(s2);
      i += LANES;
    }
    if (i < n && !Setting.IN_IMAGE) {
      // the last vector, without the lanes that have been added already
      VectorMask<Float> seen = LaneIndex.FLOATS.compare(LT, LANES - (n - i));
      FloatVector x = FloatVector.fromArray(F, a, ao + n - LANES).blend(0, seen);
      FloatVector y = FloatVector.fromArray(F, b, bo + n - LANES).blend(0, seen);
      s3 = FUSED ? x.fma(y, s3) : x.mul(y).add(s3);
      i = n;
    }
    float sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.dot(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public float squaredL2(float[] a, int ao, float[] b, int bo, int n) {
    if (n < LANES) {
      return SCALAR.squaredL2(a, ao, b, bo, n);
    }
    FloatVector s0 = FloatVector.zero(F), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      FloatVector d0 = x0.sub(y0);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      FloatVector d1 = x1.sub(y1);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      FloatVector x2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES);
      FloatVector y2 = FloatVector.fromArray(F, b, bo + i + 2 * LANES);
      FloatVector d2 = x2.sub(y2);
      s2 = FUSED ? d2.fma(d2, s2) : d2.mul(d2).add(s2);
      FloatVector x3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES);
      FloatVector y3 = FloatVector.fromArray(F, b, bo + i + 3 * LANES);
      FloatVector d3 = x3.sub(y3);
      s3 = FUSED ? d3.fma(d3, s3) : d3.mul(d3).add(s3);
    }
    if ((n & 2 * LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      FloatVector d0 = x0.sub(y0);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      FloatVector d1 = x1.sub(y1);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      FloatVector d0 = x0.sub(y0);
      s2 = FUSED ? d0.fma(d0, s2) : d0.mul(d0).add(s2);
      i += LANES;
    }
    if (i < n && !Setting.IN_IMAGE) {
      // the last vector, without the lanes that have been added already
      VectorMask<Float> seen = LaneIndex.FLOATS.compare(LT, LANES - (n - i));
      FloatVector x = FloatVector.fromArray(F, a, ao + n - LANES).blend(0, seen);
      FloatVector y = FloatVector.fromArray(F, b, bo + n - LANES).blend(0, seen);
      FloatVector d = x.sub(y);
      s3 = FUSED ? d.fma(d, s3) : d.mul(d).add(s3);
      i = n;
    }
    float sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.squaredL2(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public float l1(float[] a, int ao, float[] b, int bo, int n) {
    if (n < LANES) {
      return SCALAR.l1(a, ao, b, bo, n);
    }
    FloatVector s0 = FloatVector.zero(F), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      s0 = s0.add(x0.sub(y0).abs());
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      s1 = s1.add(x1.sub(y1).abs());
      FloatVector x2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES);
      FloatVector y2 = FloatVector.fromArray(F, b, bo + i + 2 * LANES);
      s2 = s2.add(x2.sub(y2).abs());
      FloatVector x3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES);
      FloatVector y3 = FloatVector.fromArray(F, b, bo + i + 3 * LANES);
      s3 = s3.add(x3.sub(y3).abs());
    }
    if ((n & 2 * LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      s0 = s0.add(x0.sub(y0).abs());
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      s1 = s1.add(x1.sub(y1).abs());
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      s2 = s2.add(x0.sub(y0).abs());
      i += LANES;
    }
    if (i < n && !Setting.IN_IMAGE) {
      // the last vector, without the lanes that have been added already
      VectorMask<Float> seen = LaneIndex.FLOATS.compare(LT, LANES - (n - i));
      FloatVector x = FloatVector.fromArray(F, a, ao + n - LANES).blend(0, seen);
      FloatVector y = FloatVector.fromArray(F, b, bo + n - LANES).blend(0, seen);
      s3 = x.sub(y).abs().add(s3);
      i = n;
    }
    float sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.l1(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public float cosine(float[] a, int ao, float[] b, int bo, int n) {
    if (n < LANES) {
      return SCALAR.cosine(a, ao, b, bo, n);
    }
    FloatVector d0 = FloatVector.zero(F), d1 = d0, d2 = d0, d3 = d0;
    FloatVector p0 = d0, p1 = d0, p2 = d0, p3 = d0, q0 = d0, q1 = d0, q2 = d0, q3 = d0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      d0 = FUSED ? x0.fma(y0, d0) : x0.mul(y0).add(d0);
      p0 = FUSED ? x0.fma(x0, p0) : x0.mul(x0).add(p0);
      q0 = FUSED ? y0.fma(y0, q0) : y0.mul(y0).add(q0);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      d1 = FUSED ? x1.fma(y1, d1) : x1.mul(y1).add(d1);
      p1 = FUSED ? x1.fma(x1, p1) : x1.mul(x1).add(p1);
      q1 = FUSED ? y1.fma(y1, q1) : y1.mul(y1).add(q1);
      FloatVector x2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES);
      FloatVector y2 = FloatVector.fromArray(F, b, bo + i + 2 * LANES);
      d2 = FUSED ? x2.fma(y2, d2) : x2.mul(y2).add(d2);
      p2 = FUSED ? x2.fma(x2, p2) : x2.mul(x2).add(p2);
      q2 = FUSED ? y2.fma(y2, q2) : y2.mul(y2).add(q2);
      FloatVector x3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES);
      FloatVector y3 = FloatVector.fromArray(F, b, bo + i + 3 * LANES);
      d3 = FUSED ? x3.fma(y3, d3) : x3.mul(y3).add(d3);
      p3 = FUSED ? x3.fma(x3, p3) : x3.mul(x3).add(p3);
      q3 = FUSED ? y3.fma(y3, q3) : y3.mul(y3).add(q3);
    }
    if ((n & 2 * LANES) != 0) {
      FloatVector x0 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y0 = FloatVector.fromArray(F, b, bo + i);
      d0 = FUSED ? x0.fma(y0, d0) : x0.mul(y0).add(d0);
      p0 = FUSED ? x0.fma(x0, p0) : x0.mul(x0).add(p0);
      q0 = FUSED ? y0.fma(y0, q0) : y0.mul(y0).add(q0);
      FloatVector x1 = FloatVector.fromArray(F, a, ao + i + LANES);
      FloatVector y1 = FloatVector.fromArray(F, b, bo + i + LANES);
      d1 = FUSED ? x1.fma(y1, d1) : x1.mul(y1).add(d1);
      p1 = FUSED ? x1.fma(x1, p1) : x1.mul(x1).add(p1);
      q1 = FUSED ? y1.fma(y1, q1) : y1.mul(y1).add(q1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      FloatVector x2 = FloatVector.fromArray(F, a, ao + i);
      FloatVector y2 = FloatVector.fromArray(F, b, bo + i);
      d2 = FUSED ? x2.fma(y2, d2) : x2.mul(y2).add(d2);
      p2 = FUSED ? x2.fma(x2, p2) : x2.mul(x2).add(p2);
      q2 = FUSED ? y2.fma(y2, q2) : y2.mul(y2).add(q2);
      i += LANES;
    }
    if (i < n && !Setting.IN_IMAGE) {
      VectorMask<Float> seen = LaneIndex.FLOATS.compare(LT, LANES - (n - i));
      FloatVector x = FloatVector.fromArray(F, a, ao + n - LANES).blend(0, seen);
      FloatVector y = FloatVector.fromArray(F, b, bo + n - LANES).blend(0, seen);
      d3 = FUSED ? x.fma(y, d3) : x.mul(y).add(d3);
      p3 = FUSED ? x.fma(x, p3) : x.mul(x).add(p3);
      q3 = FUSED ? y.fma(y, q3) : y.mul(y).add(q3);
      i = n;
    }
    float d = d0.add(d1).add(d2.add(d3)).reduceLanes(ADD);
    float p = p0.add(p1).add(p2.add(p3)).reduceLanes(ADD);
    float q = q0.add(q1).add(q2.add(q3)).reduceLanes(ADD);
    if (i < n) {
      d += SCALAR.dot(a, ao + i, b, bo + i, n - i);
      p += SCALAR.dot(a, ao + i, a, ao + i, n - i);
      q += SCALAR.dot(b, bo + i, b, bo + i, n - i);
    }
    return FloatReductions.cosine(d, p, q);
  }

  @Override
  public float sum(float[] a, int ao, int n) {
    if (n < LANES) {
      return SCALAR.sum(a, ao, n);
    }
    FloatVector s0 = FloatVector.zero(F),
        s1 = s0,
        s2 = s0,
        s3 = s0,
        s4 = s0,
        s5 = s0,
        s6 = s0,
        s7 = s0;
    int i = 0;
    for (int end = n & -(8 * LANES); i < end; i += 8 * LANES) {
      s0 = FloatVector.fromArray(F, a, ao + i).add(s0);
      s1 = FloatVector.fromArray(F, a, ao + i + LANES).add(s1);
      s2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES).add(s2);
      s3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES).add(s3);
      s4 = FloatVector.fromArray(F, a, ao + i + 4 * LANES).add(s4);
      s5 = FloatVector.fromArray(F, a, ao + i + 5 * LANES).add(s5);
      s6 = FloatVector.fromArray(F, a, ao + i + 6 * LANES).add(s6);
      s7 = FloatVector.fromArray(F, a, ao + i + 7 * LANES).add(s7);
    }
    if ((n & 4 * LANES) != 0) {
      s0 = FloatVector.fromArray(F, a, ao + i).add(s0);
      s1 = FloatVector.fromArray(F, a, ao + i + LANES).add(s1);
      s2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES).add(s2);
      s3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES).add(s3);
      i += 4 * LANES;
    }
    if ((n & 2 * LANES) != 0) {
      s4 = FloatVector.fromArray(F, a, ao + i).add(s4);
      s5 = FloatVector.fromArray(F, a, ao + i + LANES).add(s5);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      s6 = FloatVector.fromArray(F, a, ao + i).add(s6);
      i += LANES;
    }
    s0 = s0.add(s4).add(s1.add(s5));
    s2 = s2.add(s6).add(s3.add(s7));
    float sum = s0.add(s2).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.sum(a, ao + i, n - i);
  }

  @Override
  public float squaredDeviations(float[] a, int ao, int n, float mean) {
    if (n < LANES) {
      return SCALAR.squaredDeviations(a, ao, n, mean);
    }
    FloatVector s0 = FloatVector.zero(F), s1 = s0, s2 = s0, s3 = s0;
    int i = 0;
    for (int end = n & -(4 * LANES); i < end; i += 4 * LANES) {
      FloatVector d0 = FloatVector.fromArray(F, a, ao + i).sub(mean);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      FloatVector d1 = FloatVector.fromArray(F, a, ao + i + LANES).sub(mean);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      FloatVector d2 = FloatVector.fromArray(F, a, ao + i + 2 * LANES).sub(mean);
      s2 = FUSED ? d2.fma(d2, s2) : d2.mul(d2).add(s2);
      FloatVector d3 = FloatVector.fromArray(F, a, ao + i + 3 * LANES).sub(mean);
      s3 = FUSED ? d3.fma(d3, s3) : d3.mul(d3).add(s3);
    }
    if ((n & 2 * LANES) != 0) {
      FloatVector d0 = FloatVector.fromArray(F, a, ao + i).sub(mean);
      s0 = FUSED ? d0.fma(d0, s0) : d0.mul(d0).add(s0);
      FloatVector d1 = FloatVector.fromArray(F, a, ao + i + LANES).sub(mean);
      s1 = FUSED ? d1.fma(d1, s1) : d1.mul(d1).add(s1);
      i += 2 * LANES;
    }
    if ((n & LANES) != 0) {
      FloatVector d0 = FloatVector.fromArray(F, a, ao + i).sub(mean);
      s2 = FUSED ? d0.fma(d0, s2) : d0.mul(d0).add(s2);
      i += LANES;
    }
    float sum = s0.add(s1).add(s2.add(s3)).reduceLanes(ADD);
    return i == n ? sum : sum + SCALAR.squaredDeviations(a, ao + i, n - i, mean);
  }

  @Override
  public float min(float[] a, int ao, int n) {
    return VectorExtrema.min(a, ao, n);
  }

  @Override
  public float max(float[] a, int ao, int n) {
    return VectorExtrema.max(a, ao, n);
  }

  @Override
  public int argMin(float[] a, int ao, int n) {
    return VectorExtrema.argMin(a, ao, n);
  }

  @Override
  public int argMax(float[] a, int ao, int n) {
    return VectorExtrema.argMax(a, ao, n);
  }
}
