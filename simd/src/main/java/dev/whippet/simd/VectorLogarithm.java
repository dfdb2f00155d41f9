package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// ln x: x = 2^n m with m in [sqrt 1/2, sqrt 2), ln x = n ln 2 + f - f²/2 + f³ P(f) with f = m - 1.
final class VectorLogarithm {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = F.length();
  private static final boolean FUSED = FusedMultiplyAdd.FAST;

  /// The bits of a float a little above sqrt 1/2: they move m to its interval.
  private static final int SQRT_HALF_BITS = 0x3f3504f3;

  private static final float LN2_HIGH = 0x1.62ep-1f;
  private static final float LN2_LOW = 3.1946183e-05f;

  // minimax fit of P on that interval: relative error of ln < 2^-30
  private static final float L3 = 0.33333313f;
  private static final float L4 = -0.25000012f;
  private static final float L5 = 0.20002079f;
  private static final float L6 = -0.16667864f;
  private static final float L7 = 0.14220044f;
  private static final float L8 = -0.124078274f;
  private static final float L9 = 0.11887592f;
  private static final float L10 = -0.116640426f;
  private static final float L11 = 0.06733816f;

  private VectorLogarithm() {}

  static void log(float[] a, int ao, float[] dst, int to, int n) {
    if (n < LANES) {
      ScalarTranscendentals.INSTANCE.log(a, ao, dst, to, n);
      return;
    }
    FloatVector l3 = FloatVector.broadcast(F, L3);
    FloatVector l4 = FloatVector.broadcast(F, L4);
    FloatVector l5 = FloatVector.broadcast(F, L5);
    FloatVector l6 = FloatVector.broadcast(F, L6);
    FloatVector l7 = FloatVector.broadcast(F, L7);
    FloatVector l8 = FloatVector.broadcast(F, L8);
    FloatVector l9 = FloatVector.broadcast(F, L9);
    FloatVector l10 = FloatVector.broadcast(F, L10);
    FloatVector l11 = FloatVector.broadcast(F, L11);
    FloatVector ln2High = FloatVector.broadcast(F, LN2_HIGH);
    FloatVector ln2Low = FloatVector.broadcast(F, LN2_LOW);
    FloatVector minusHalf = FloatVector.broadcast(F, -0.5f);
    int i = 0;
    for (int end = n & -LANES; i < end; i += LANES) {
      FloatVector x = FloatVector.fromArray(F, a, ao + i);
      // a subnormal has no exponent of its own
      VectorMask<Float> subnormal = x.compare(LT, Float.MIN_NORMAL);
      IntVector bits = x.blend(x.mul(0x1p25f), subnormal).reinterpretAsInts().sub(SQRT_HALF_BITS);
      FloatVector m = bits.and(0x7fffff).add(SQRT_HALF_BITS).reinterpretAsFloats();
      FloatVector e = (FloatVector) bits.lanewise(ASHR, 23).convert(I2F, 0);
      e = e.blend(e.sub(25), subnormal);
      FloatVector f = m.sub(1);
      FloatVector p = FUSED ? f.fma(l11, l10) : f.mul(l11).add(l10);
      p = FUSED ? p.fma(f, l9) : p.mul(f).add(l9);
      p = FUSED ? p.fma(f, l8) : p.mul(f).add(l8);
      p = FUSED ? p.fma(f, l7) : p.mul(f).add(l7);
      p = FUSED ? p.fma(f, l6) : p.mul(f).add(l6);
      p = FUSED ? p.fma(f, l5) : p.mul(f).add(l5);
      p = FUSED ? p.fma(f, l4) : p.mul(f).add(l4);
      p = FUSED ? p.fma(f, l3) : p.mul(f).add(l3);
      FloatVector ff = f.mul(f);
      p = p.mul(f).mul(ff);
      p = FUSED ? e.fma(ln2Low, p) : e.mul(ln2Low).add(p);
      p = FUSED ? ff.fma(minusHalf, p) : ff.mul(minusHalf).add(p);
      p = p.add(f);
      p = FUSED ? e.fma(ln2High, p) : e.mul(ln2High).add(p);
      p = p.blend(Float.NaN, x.compare(LT, 0));
      p = p.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0));
      // infinity and NaN stand for themselves
      p = p.blend(x, x.compare(LT, Float.POSITIVE_INFINITY).not());
      p.intoArray(dst, to + i);
    }
    ScalarTranscendentals.INSTANCE.log(a, ao + i, dst, to + i, n - i);
  }
}
