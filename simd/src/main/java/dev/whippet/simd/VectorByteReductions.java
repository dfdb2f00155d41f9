package dev.whippet.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.B2S;
import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.whippet.simd.setting.Setting;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Products in lanes of 16 bits, which hold each exactly. The sum of two products of bytes lies
/// between -32512 and 32768: a bias makes it an unsigned number of 16 bits. Pairs of lanes are
/// added as numbers of 32 bits, and their upper halves once more by themselves: what the lower
/// halves add up to is the difference, exact for all that the first sum overflows. A block is as
/// long as its sum over all lanes fits in 31 bits.
///
/// Loops are short, so that C2 unrolls them by itself: written out, they were a tenth slower.
final class VectorByteReductions implements ByteReductions {
  static final VectorByteReductions INSTANCE = new VectorByteReductions();

  private static final VectorSpecies<Short> S = ShortVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /// Bytes that fill a vector of shorts. Vectors of 64 bits have no half, and no use for one.
  private static final boolean NARROW = S.vectorBitSize() < 128;

  private static final VectorSpecies<Byte> B =
      NARROW
          ? ByteVector.SPECIES_64
          : VectorSpecies.of(byte.class, VectorShape.forBitSize(S.vectorBitSize() / 2));

  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> WHOLE = ByteVector.SPECIES_PREFERRED;
  private static final short BIAS = 32512;

  /// 2^15 pairs of at most 32768 + 32512.
  private static final int DOT_BLOCK = 1 << 16;

  /// 2^15 squares of at most 255².
  private static final int L2_BLOCK = 1 << 15;

  /// No more bits than fit in 31.
  private static final int HAMMING_BLOCK = 1 << 26;

  private static final ScalarByteReductions SCALAR = ScalarByteReductions.INSTANCE;

  @Override
  public long dot(byte[] a, int ao, byte[] b, int bo, int n) {
    if (n <= DOT_BLOCK) {
      return blockDot(a, ao, b, bo, n);
    }
    long total = 0;
    for (int done = 0; done < n; done += DOT_BLOCK) {
      total += blockDot(a, ao + done, b, bo + done, Math.min(DOT_BLOCK, n - done));
    }
    return total;
  }

  private static long blockDot(byte[] a, int ao, byte[] b, int bo, int n) {
    if (NARROW || n < LANES) {
      return SCALAR.dot(a, ao, b, bo, n);
    }
    IntVector all = IntVector.zero(INTS), high = all;
    int i = 0;
    for (int end = n & -(2 * LANES); i < end; i += 2 * LANES) {
      ShortVector x0 = (ShortVector) ByteVector.fromArray(B, a, ao + i).convertShape(B2S, S, 0);
      ShortVector y0 = (ShortVector) ByteVector.fromArray(B, b, bo + i).convertShape(B2S, S, 0);
      ShortVector x1 =
          (ShortVector) ByteVector.fromArray(B, a, ao + i + LANES).convertShape(B2S, S, 0);
      ShortVector y1 =
          (ShortVector) ByteVector.fromArray(B, b, bo + i + LANES).convertShape(B2S, S, 0);
      IntVector p = x0.mul(y0).add(x1.mul(y1)).add(BIAS).reinterpretAsInts();
      all = all.add(p);
      high = high.add(p.lanewise(LSHR, 16));
    }
    if ((n & LANES) != 0) {
      ShortVector x = (ShortVector) ByteVector.fromArray(B, a, ao + i).convertShape(B2S, S, 0);
      ShortVector y = (ShortVector) ByteVector.fromArray(B, b, bo + i).convertShape(B2S, S, 0);
      IntVector p = x.mul(y).add(BIAS).reinterpretAsInts();
      all = all.add(p);
      high = high.add(p.lanewise(LSHR, 16));
    }
    int biased = (n & -(2 * LANES)) / 2 + (n & LANES);
    IntVector low = all.sub(high.lanewise(LSHL, 16));
    int sum = low.add(high).reduceLanes(ADD) - biased * BIAS;
    int whole = n & -LANES;
    return whole == n ? sum : sum + SCALAR.dot(a, ao + whole, b, bo + whole, n - whole);
  }

  @Override
  public long squaredL2(byte[] a, int ao, byte[] b, int bo, int n) {
    if (n <= L2_BLOCK) {
      return blockSquaredL2(a, ao, b, bo, n);
    }
    long total = 0;
    for (int done = 0; done < n; done += L2_BLOCK) {
      total += blockSquaredL2(a, ao + done, b, bo + done, Math.min(L2_BLOCK, n - done));
    }
    return total;
  }

  private static long blockSquaredL2(byte[] a, int ao, byte[] b, int bo, int n) {
    if (NARROW || n < LANES) {
      return SCALAR.squaredL2(a, ao, b, bo, n);
    }
    IntVector all = IntVector.zero(INTS), high = all;
    int whole = n & -LANES;
    for (int i = 0; i < whole; i += LANES) {
      ShortVector x = (ShortVector) ByteVector.fromArray(B, a, ao + i).convertShape(B2S, S, 0);
      ShortVector y = (ShortVector) ByteVector.fromArray(B, b, bo + i).convertShape(B2S, S, 0);
      ShortVector d = x.sub(y);
      IntVector p = d.mul(d).reinterpretAsInts();
      all = all.add(p);
      high = high.add(p.lanewise(LSHR, 16));
    }
    IntVector low = all.sub(high.lanewise(LSHL, 16));
    int sum = low.add(high).reduceLanes(ADD);
    return whole == n ? sum : sum + SCALAR.squaredL2(a, ao + whole, b, bo + whole, n - whole);
  }

  @Override
  public float cosine(byte[] a, int ao, byte[] b, int bo, int n) {
    return ByteReductions.cosine(dot(a, ao, b, bo, n), dot(a, ao, a, ao, n), dot(b, bo, b, bo, n));
  }

  @Override
  public long hamming(byte[] a, int ao, byte[] b, int bo, int n) {
    if (n <= HAMMING_BLOCK) {
      return blockHamming(a, ao, b, bo, n);
    }
    long total = 0;
    for (int done = 0; done < n; done += HAMMING_BLOCK) {
      total += blockHamming(a, ao + done, b, bo + done, Math.min(HAMMING_BLOCK, n - done));
    }
    return total;
  }

  private static long blockHamming(byte[] a, int ao, byte[] b, int bo, int n) {
    int step = WHOLE.length();
    if (n < step) {
      return SCALAR.hamming(a, ao, b, bo, n);
    }
    int whole = n & -step;
    IntVector sum = IntVector.zero(INTS);
    for (int i = 0; i < whole; i += step) {
      IntVector x = ByteVector.fromArray(WHOLE, a, ao + i).reinterpretAsInts();
      IntVector y = ByteVector.fromArray(WHOLE, b, bo + i).reinterpretAsInts();
      IntVector d = x.lanewise(XOR, y);
      if (Setting.IN_IMAGE) {
        // its builder has no vector instruction to count bits: by pairs, fours and bytes
        d = d.sub(d.lanewise(LSHR, 1).and(0x55555555));
        d = d.and(0x33333333).add(d.lanewise(LSHR, 2).and(0x33333333));
        d = d.add(d.lanewise(LSHR, 4)).and(0x0f0f0f0f);
        d = d.add(d.lanewise(LSHR, 8));
        d = d.add(d.lanewise(LSHR, 16)).and(0x3f);
      } else {
        d = d.lanewise(BIT_COUNT);
      }
      sum = d.add(sum);
    }
    int bits = sum.reduceLanes(ADD);
    return whole == n ? bits : bits + SCALAR.hamming(a, ao + whole, b, bo + whole, n - whole);
  }
}
