package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

interface ByteReductionsContract extends TierContract {
  @Test
  default void bytesAreExactAtEverySizeAndOffset() {
    Sizes.each(
        4 * lanes(),
        n -> {
          int offset = n % (4 * lanes() + 1);
          byte[] a = Sizes.bytes(n + offset + 5, n);
          byte[] b = Sizes.bytes(n + 8, n + 1);
          check(a, offset, b, 3, n);
        });
  }

  @Test
  default void extremeBytesAreExactBeyondTheRangeOfInt() {
    for (int n : new int[] {7, 128, 33_000, 65_536, 65_537, 131_072, 200_003}) {
      if (n > 1000 && Sizes.STRIDE > 1) {
        continue;
      }
      byte[] least = new byte[n];
      byte[] most = new byte[n];
      Arrays.fill(least, Byte.MIN_VALUE);
      Arrays.fill(most, Byte.MAX_VALUE);
      check(least, 0, least, 0, n);
      check(least, 0, most, 0, n);
      check(most, 0, most, 0, n);
    }
  }

  private void check(byte[] a, int ao, byte[] b, int bo, int n) {
    long dot = 0;
    long aa = 0;
    long bb = 0;
    long l2 = 0;
    long hamming = 0;
    for (int i = 0; i < n; i++) {
      long x = a[ao + i];
      long y = b[bo + i];
      dot += x * y;
      aa += x * x;
      bb += y * y;
      l2 += (x - y) * (x - y);
      hamming += Long.bitCount((x ^ y) & 0xff);
    }
    ByteReductions bytes = kernels().bytes();
    assertEquals(dot, bytes.dot(a, ao, b, bo, n), "dot n=" + n);
    assertEquals(l2, bytes.squaredL2(a, ao, b, bo, n), "squaredL2 n=" + n);
    assertEquals(hamming, bytes.hamming(a, ao, b, bo, n), "hamming n=" + n);
    double cosine = aa == 0 || bb == 0 ? 0 : dot / Math.sqrt((double) aa * bb);
    assertEquals(cosine, bytes.cosine(a, ao, b, bo, n), 1e-7 * Math.abs(cosine), "cosine n=" + n);
  }
}
