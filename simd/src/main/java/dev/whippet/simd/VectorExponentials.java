package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// e^x and what is made of it: x = k ln 2 + r, a polynomial for e^r, and k goes to the exponent.
/// The last elements, fewer than a vector, are the scalar tier's.
final class VectorExponentials {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = F.length();
  private static final boolean FUSED = FusedMultiplyAdd.FAST;

  /// 1.5 * 2^23: adding it rounds to an integer, which then stands in the low bits.
  private static final float SHIFT = 0x1.8p23f;

  private static final int SHIFT_BITS = Float.floatToRawIntBits(SHIFT);
  private static final float LOG2_E = 1.442695f;

  /// Twelve bits of ln 2, so that its product with k is exact without fused multiply-add.
  private static final float LN2_HIGH = 0x1.62ep-1f;

  private static final float LN2_LOW = 3.1946183e-05f;

  // minimax fit of (e^r - 1 - r) / r² on [-ln 2 / 2, ln 2 / 2]: relative error of e^r < 2^-28
  private static final float E2 = 0.49999994f;
  private static final float E3 = 0.16666521f;
  private static final float E4 = 0.041668277f;
  private static final float E5 = 0.008368687f;
  private static final float E6 = 0.0013819824f;

  /// Below, e^x rounds to 0; above, to infinity.
  private static final float LOWEST = -104;

  private static final float HIGHEST = 89;

  /// From here on, tanh x rounds to 1; below [#SMALL], 1 - 2 / (e^2x + 1) would lose digits.
  private static final float SATURATED = 10;

  private static final float SMALL = 0.625f;

  // minimax fit of (tanh x - x) / x³ by x² on [0, SMALL²]
  private static final float T3 = -0.3333328f;
  private static final float T5 = 0.13331395f;
  private static final float T7 = -0.053735133f;
  private static final float T9 = 0.02062251f;
  private static final float T11 = -0.0056850105f;

  private static final ScalarTranscendentals SCALAR = ScalarTranscendentals.INSTANCE;

  private VectorExponentials() {}

  /// How much of a slice of length n [#exp] takes.
  static int wholeVectors(int n) {
    return n & -LANES;
  }

  /// `dst = e^(a - subtrahend)` for whole vectors; dst may be null. Returns the sum.
  static float exp(float[] a, int ao, float subtrahend, float[] dst, int to, int n) {
    if (n == 0) {
      return 0;
    }
    FloatVector log2e = FloatVector.broadcast(F, LOG2_E);
    FloatVector shift = FloatVector.broadcast(F, SHIFT);
    FloatVector ln2High = FloatVector.broadcast(F, -LN2_HIGH);
    FloatVector ln2Low = FloatVector.broadcast(F, -LN2_LOW);
    FloatVector e2 = FloatVector.broadcast(F, E2);
    FloatVector e3 = FloatVector.broadcast(F, E3);
    FloatVector e4 = FloatVector.broadcast(F, E4);
    FloatVector e5 = FloatVector.broadcast(F, E5);
    FloatVector e6 = FloatVector.broadcast(F, E6);
    FloatVector sum = FloatVector.zero(F);
    for (int i = 0; i < n; i += LANES) {
      FloatVector x = FloatVector.fromArray(F, a, ao + i).sub(subtrahend);
      x = x.blend(LOWEST, x.compare(LT, LOWEST)).blend(HIGHEST, x.compare(GT, HIGHEST));
      // x = k ln 2 + r: n is read from the low bits of a float whose unit is 1
      FloatVector shifted = FUSED ? x.fma(log2e, shift) : x.mul(log2e).add(shift);
      FloatVector k = shifted.sub(shift);
      FloatVector r = FUSED ? k.fma(ln2High, x) : k.mul(ln2High).add(x);
      r = FUSED ? k.fma(ln2Low, r) : k.mul(ln2Low).add(r);
      FloatVector p = FUSED ? r.fma(e6, e5) : r.mul(e6).add(e5);
      p = FUSED ? p.fma(r, e4) : p.mul(r).add(e4);
      p = FUSED ? p.fma(r, e3) : p.mul(r).add(e3);
      p = FUSED ? p.fma(r, e2) : p.mul(r).add(e2);
      FloatVector rr = r.mul(r);
      p = FUSED ? p.fma(rr, r) : p.mul(rr).add(r);
      // two factors, since 2^k itself may be subnormal or beyond the greatest float
      IntVector exponent = shifted.reinterpretAsInts().sub(SHIFT_BITS);
      IntVector half = exponent.lanewise(ASHR, 1);
      FloatVector scale0 = half.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector scale1 = exponent.sub(half).add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector e = p.add(1).mul(scale0).mul(scale1);
      sum = sum.add(e);
      if (dst != null) {
        e.intoArray(dst, to + i);
      }
    }
    return sum.reduceLanes(ADD);
  }

  /// `1 / (1 + e^-x)`, from e^-|x| on either side of zero, so that small results keep their digits.
  static void sigmoid(float[] a, int ao, float[] dst, int to, int n) {
    if (n < LANES) {
      SCALAR.sigmoid(a, ao, dst, to, n);
      return;
    }
    FloatVector log2e = FloatVector.broadcast(F, LOG2_E);
    FloatVector shift = FloatVector.broadcast(F, SHIFT);
    FloatVector ln2High = FloatVector.broadcast(F, -LN2_HIGH);
    FloatVector ln2Low = FloatVector.broadcast(F, -LN2_LOW);
    FloatVector e2 = FloatVector.broadcast(F, E2);
    FloatVector e3 = FloatVector.broadcast(F, E3);
    FloatVector e4 = FloatVector.broadcast(F, E4);
    FloatVector e5 = FloatVector.broadcast(F, E5);
    FloatVector e6 = FloatVector.broadcast(F, E6);
    FloatVector one = FloatVector.broadcast(F, 1);
    int i = 0;
    for (int end = n & -LANES; i < end; i += LANES) {
      FloatVector x = FloatVector.fromArray(F, a, ao + i);
      FloatVector t = x.abs().neg();
      t = t.blend(LOWEST, t.compare(LT, LOWEST));
      // t = k ln 2 + r: k is read from the low bits of a float whose unit is 1
      FloatVector shifted = FUSED ? t.fma(log2e, shift) : t.mul(log2e).add(shift);
      FloatVector k = shifted.sub(shift);
      FloatVector r = FUSED ? k.fma(ln2High, t) : k.mul(ln2High).add(t);
      r = FUSED ? k.fma(ln2Low, r) : k.mul(ln2Low).add(r);
      FloatVector p = FUSED ? r.fma(e6, e5) : r.mul(e6).add(e5);
      p = FUSED ? p.fma(r, e4) : p.mul(r).add(e4);
      p = FUSED ? p.fma(r, e3) : p.mul(r).add(e3);
      p = FUSED ? p.fma(r, e2) : p.mul(r).add(e2);
      FloatVector rr = r.mul(r);
      p = FUSED ? p.fma(rr, r) : p.mul(rr).add(r);
      IntVector exponent = shifted.reinterpretAsInts().sub(SHIFT_BITS);
      IntVector half = exponent.lanewise(ASHR, 1);
      FloatVector scale0 = half.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector scale1 = exponent.sub(half).add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector e = p.add(1).mul(scale0).mul(scale1);
      e.blend(one, x.compare(GE, 0)).div(e.add(1)).intoArray(dst, to + i);
    }
    SCALAR.sigmoid(a, ao + i, dst, to + i, n - i);
  }

  /// An odd polynomial near zero, 1 - 2 / (e^2|x| + 1) with the sign of x elsewhere.
  static void tanh(float[] a, int ao, float[] dst, int to, int n) {
    if (n < LANES) {
      SCALAR.tanh(a, ao, dst, to, n);
      return;
    }
    FloatVector log2e = FloatVector.broadcast(F, LOG2_E);
    FloatVector shift = FloatVector.broadcast(F, SHIFT);
    FloatVector ln2High = FloatVector.broadcast(F, -LN2_HIGH);
    FloatVector ln2Low = FloatVector.broadcast(F, -LN2_LOW);
    FloatVector e2 = FloatVector.broadcast(F, E2);
    FloatVector e3 = FloatVector.broadcast(F, E3);
    FloatVector e4 = FloatVector.broadcast(F, E4);
    FloatVector e5 = FloatVector.broadcast(F, E5);
    FloatVector e6 = FloatVector.broadcast(F, E6);
    FloatVector t5 = FloatVector.broadcast(F, T5);
    FloatVector t7 = FloatVector.broadcast(F, T7);
    FloatVector t9 = FloatVector.broadcast(F, T9);
    FloatVector t11 = FloatVector.broadcast(F, T11);
    FloatVector t3 = FloatVector.broadcast(F, T3);
    int i = 0;
    for (int end = n & -LANES; i < end; i += LANES) {
      FloatVector x = FloatVector.fromArray(F, a, ao + i);
      FloatVector size = x.abs();
      FloatVector t = size.blend(SATURATED, size.compare(GT, SATURATED)).mul(2);
      // t = k ln 2 + r: k is read from the low bits of a float whose unit is 1
      FloatVector shifted = FUSED ? t.fma(log2e, shift) : t.mul(log2e).add(shift);
      FloatVector k = shifted.sub(shift);
      FloatVector r = FUSED ? k.fma(ln2High, t) : k.mul(ln2High).add(t);
      r = FUSED ? k.fma(ln2Low, r) : k.mul(ln2Low).add(r);
      FloatVector p = FUSED ? r.fma(e6, e5) : r.mul(e6).add(e5);
      p = FUSED ? p.fma(r, e4) : p.mul(r).add(e4);
      p = FUSED ? p.fma(r, e3) : p.mul(r).add(e3);
      p = FUSED ? p.fma(r, e2) : p.mul(r).add(e2);
      FloatVector rr = r.mul(r);
      p = FUSED ? p.fma(rr, r) : p.mul(rr).add(r);
      IntVector exponent = shifted.reinterpretAsInts().sub(SHIFT_BITS - 127).lanewise(LSHL, 23);
      FloatVector e = p.add(1).mul(exponent.reinterpretAsFloats());
      FloatVector large =
          FloatVector.broadcast(F, 1).sub(FloatVector.broadcast(F, 2).div(e.add(1)));
      FloatVector z = x.mul(x);
      FloatVector q = FUSED ? z.fma(t11, t9) : z.mul(t11).add(t9);
      q = FUSED ? q.fma(z, t7) : q.mul(z).add(t7);
      q = FUSED ? q.fma(z, t5) : q.mul(z).add(t5);
      q = FUSED ? q.fma(z, t3) : q.mul(z).add(t3);
      q = q.mul(z);
      FloatVector small = FUSED ? q.fma(size, size) : q.mul(size).add(size);
      IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
      IntVector result = large.blend(small, size.compare(LT, SMALL)).reinterpretAsInts().or(sign);
      result.reinterpretAsFloats().intoArray(dst, to + i);
    }
    SCALAR.tanh(a, ao + i, dst, to + i, n - i);
  }
}
