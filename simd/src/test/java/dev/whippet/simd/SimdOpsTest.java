package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimdOpsTest {
  private static final int[] LENGTHS = {0, 1, 5, 16, 63, 100, 517};

  @Test
  void emptyInputIsZeroForSumsAndRefusedForExtrema() {
    float[] none = {};
    assertEquals(0f, SimdOps.dot(none, none));
    assertEquals(0f, SimdOps.cosine(none, none));
    assertEquals(0f, SimdOps.squaredL2(none, none));
    assertEquals(0f, SimdOps.l1(none, none));
    assertEquals(0f, SimdOps.sum(none));
    assertEquals(0f, SimdOps.sumOfSquares(none));
    assertEquals(0f, SimdOps.norm(none));
    assertEquals(0f, SimdOps.mean(none));
    assertEquals(0f, SimdOps.variance(none));
    assertEquals(0d, SimdOps.dotF64(none, none));
    double[] noDoubles = {};
    assertEquals(0d, SimdOps.dot(noDoubles, noDoubles));
    assertEquals(0d, SimdOps.cosine(noDoubles, noDoubles));
    assertEquals(0d, SimdOps.squaredL2(noDoubles, noDoubles));
    assertEquals(0d, SimdOps.l1(noDoubles, noDoubles));
    assertEquals(0d, SimdOps.sum(noDoubles));
    assertEquals(0d, SimdOps.sumOfSquares(noDoubles));
    assertEquals(0d, SimdOps.norm(noDoubles));
    assertEquals(0d, SimdOps.mean(noDoubles));
    assertEquals(0d, SimdOps.variance(noDoubles));
    assertEquals(0, SimdOps.dot(new byte[0], new byte[0]));
    assertEquals(0, SimdOps.hamming(new byte[0], new byte[0]));
    assertEquals(0f, SimdOps.cosine(new byte[0], new byte[0]));
    assertEquals(0f, SimdOps.quantize(none, new byte[0]));
    assertEquals(Float.NEGATIVE_INFINITY, SimdOps.logSumExp(none));
    SimdOps.softmax(none, none);
    assertThrows(IllegalArgumentException.class, () -> SimdOps.min(none));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.max(none));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.argMin(none));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.argMax(none));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.minMax(none, new float[2]));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.min(noDoubles));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.max(noDoubles));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.argMin(noDoubles));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.argMax(noDoubles));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.minMax(noDoubles, new double[2]));
  }

  @Test
  void statisticsAreThoseOfTheReference() {
    for (int n : LENGTHS) {
      if (n == 0) {
        continue;
      }
      float[] a = Sizes.floats(n, n);
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        a[i] += 1000;
        sum += a[i];
        squares += (double) a[i] * a[i];
      }
      double mean = sum / n;
      double variance = 0;
      for (float x : a) {
        variance += (x - mean) * (x - mean) / n;
      }
      assertEquals(sum, SimdOps.sum(a), 1e-5 * sum);
      assertEquals(squares, SimdOps.sumOfSquares(a), 1e-5 * squares);
      assertEquals(Math.sqrt(squares), SimdOps.norm(a), 1e-5 * Math.sqrt(squares));
      assertEquals(mean, SimdOps.mean(a), 1e-5 * mean);
      assertEquals(variance, SimdOps.variance(a), 1e-3 * variance + 1e-6);
      float[] range = new float[2];
      SimdOps.minMax(a, range);
      assertArrayEquals(new float[] {SimdOps.min(a), SimdOps.max(a)}, range);
      assertEquals(range[0], a[SimdOps.argMin(a)]);
      assertEquals(range[1], a[SimdOps.argMax(a)]);
    }
  }

  @Test
  void statisticsOfDoublesAreThoseOfTheReference() {
    for (int n : LENGTHS) {
      if (n == 0) {
        continue;
      }
      double[] a = Sizes.doubles(n, n);
      double[] b = Sizes.doubles(n, n + 1);
      double sum = 0, squares = 0, dot = 0, l2 = 0, l1 = 0;
      for (int i = 0; i < n; i++) {
        a[i] += 1000;
        sum += a[i];
        squares += a[i] * a[i];
        dot += a[i] * b[i];
        l2 += (a[i] - b[i]) * (a[i] - b[i]);
        l1 += Math.abs(a[i] - b[i]);
      }
      double mean = sum / n;
      double variance = 0;
      for (double x : a) {
        variance += (x - mean) * (x - mean) / n;
      }
      assertEquals(sum, SimdOps.sum(a), 1e-13 * sum);
      assertEquals(squares, SimdOps.sumOfSquares(a), 1e-13 * squares);
      assertEquals(Math.sqrt(squares), SimdOps.norm(a), 1e-13 * Math.sqrt(squares));
      assertEquals(mean, SimdOps.mean(a), 1e-13 * mean);
      assertEquals(variance, SimdOps.variance(a), 1e-9 * variance + 1e-20);
      assertEquals(dot, SimdOps.dot(a, b), 1e-13 * squares);
      assertEquals(l2, SimdOps.squaredL2(a, b), 1e-13 * l2);
      assertEquals(l1, SimdOps.l1(a, b), 1e-13 * l1);
      double cosine = dot / (SimdOps.norm(a) * SimdOps.norm(b));
      assertEquals(cosine, SimdOps.cosine(a, b), 1e-12);
      double[] range = new double[2];
      SimdOps.minMax(a, range);
      assertArrayEquals(new double[] {SimdOps.min(a), SimdOps.max(a)}, range);
      assertEquals(range[0], a[SimdOps.argMin(a)]);
      assertEquals(range[1], a[SimdOps.argMax(a)]);
    }
  }

  @Test
  void slicesAnswerIndicesRelativeToTheirStart() {
    float[] a = {9, 1, 2, 3, -9};
    assertEquals(2, SimdOps.argMax(a, 1, 3));
    assertEquals(0, SimdOps.argMin(a, 1, 3));
    assertEquals(6f, SimdOps.sum(a, 1, 3));
    assertEquals(2f, SimdOps.mean(a, 1, 3));
    double[] doubles = {9, 1, 2, 3, -9};
    assertEquals(2, SimdOps.argMax(doubles, 1, 3));
    assertEquals(0, SimdOps.argMin(doubles, 1, 3));
    assertEquals(6d, SimdOps.sum(doubles, 1, 3));
    assertEquals(14d, SimdOps.sumOfSquares(doubles, 1, 3));
    assertEquals(Math.sqrt(14), SimdOps.norm(doubles, 1, 3));
    assertEquals(2d, SimdOps.mean(doubles, 1, 3));
    assertEquals(2 / 3d, SimdOps.variance(doubles, 1, 3));
    assertEquals(8d, SimdOps.dot(doubles, 1, doubles, 2, 2));
  }

  @Test
  void normalizedVectorsHaveLengthOneButForZeroVectors() {
    for (int n : LENGTHS) {
      float[] a = Sizes.floats(n, n);
      SimdOps.normalizeL2(a, a);
      assertEquals(n == 0 ? 0 : 1, SimdOps.norm(a), 1e-6);
      float[] zero = new float[n];
      float[] dst = new float[n];
      Arrays.fill(dst, 5);
      SimdOps.normalizeL2(zero, dst);
      assertArrayEquals(zero, dst);
    }
  }

  @Test
  void batchesAnswerWhatSingleCallsDo() {
    float[] query = Sizes.floats(37, 1);
    float[] rows = Sizes.floats(37 * 11, 2);
    byte[] byteQuery = Sizes.bytes(37, 3);
    byte[] byteRows = Sizes.bytes(37 * 11, 4);
    float[] dst = new float[11];
    for (int i = 0; i < 11; i++) {
      float[] row = Arrays.copyOfRange(rows, 37 * i, 37 * (i + 1));
      byte[] byteRow = Arrays.copyOfRange(byteRows, 37 * i, 37 * (i + 1));
      SimdOps.dotBatch(query, rows, dst);
      assertEquals(SimdOps.dot(query, row), dst[i], 1e-4);
      SimdOps.cosineBatch(query, rows, dst);
      assertEquals(SimdOps.cosine(query, row), dst[i], 1e-6);
      SimdOps.squaredL2Batch(query, rows, dst);
      assertEquals(SimdOps.squaredL2(query, row), dst[i], 1e-4);
      SimdOps.cosineBatch(byteQuery, byteRows, dst);
      assertEquals(SimdOps.cosine(byteQuery, byteRow), dst[i]);
      SimdOps.dotBatch(byteQuery, byteRows, dst);
      assertEquals((float) SimdOps.dot(byteQuery, byteRow), dst[i]);
      float[] y = new float[11];
      SimdOps.gemv(rows, query, y);
      assertEquals(SimdOps.dot(query, row), y[i], 1e-4);
    }
    assertThrows(
        IllegalArgumentException.class, () -> SimdOps.dotBatch(query, rows, new float[12]));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.gemv(rows, query, new float[12]));
  }

  @Test
  void topKIsTheHeadOfAStableSort() {
    for (int n : LENGTHS) {
      float[] scores = Sizes.floats(n, n);
      for (int i = 0; i < n; i++) {
        // ties, and what is no score
        scores[i] = i % 17 == 3 ? Float.NaN : (float) Math.rint(scores[i] * 4) + 0f;
      }
      for (int k : new int[] {0, 1, 2, 10, n, n + 3}) {
        int[] indices = new int[k];
        float[] values = new float[k];
        int found = SimdOps.topK(scores, indices, values);
        int[] sorted =
            IntStream.range(0, n)
                .filter(i -> !Float.isNaN(scores[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .limit(k)
                .mapToInt(i -> i)
                .toArray();
        assertArrayEquals(sorted, Arrays.copyOf(indices, found), "n=" + n + " k=" + k);
        for (int i = 0; i < found; i++) {
          assertEquals(scores[indices[i]], values[i]);
        }
      }
    }
  }

  @Test
  void quantizationRoundsToTheNearestStep() {
    for (float magnitude : new float[] {1, 1e30f, 1e-30f, Float.MAX_VALUE, Float.MIN_VALUE}) {
      float[] a = Sizes.floats(99, 5);
      for (int i = 0; i < a.length; i++) {
        a[i] = Math.max(-1, Math.min(1, a[i])) * magnitude;
      }
      a[50] = -magnitude;
      byte[] dst = new byte[99];
      float scale = SimdOps.quantize(a, dst);
      assertEquals(-127, dst[50]);
      for (int i = 0; i < a.length; i++) {
        assertEquals(127.0 * a[i] / magnitude, dst[i], 0.5001, "of " + a[i]);
      }
      assertEquals(magnitude / 127, scale);
    }
    assertEquals(0f, SimdOps.quantize(new float[3], new byte[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> SimdOps.quantize(new float[] {1, Float.NaN}, new byte[2]));
    assertThrows(
        IllegalArgumentException.class,
        () -> SimdOps.quantize(new float[] {Float.NEGATIVE_INFINITY}, new byte[1]));
  }

  @Test
  void resultsOfProductsMayNotLieInOperands() {
    float[] a = new float[9];
    float[] b = new float[9];
    assertThrows(IllegalArgumentException.class, () -> SimdOps.gemm(3, 3, 3, a, b, a));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.gemm(3, 3, 3, a, b, b));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.gemv(a, new float[1], a));
    assertThrows(IndexOutOfBoundsException.class, () -> SimdOps.gemm(3, 4, 3, a, b, new float[12]));
    assertThrows(IllegalArgumentException.class, () -> SimdOps.gemm(-1, 3, 3, a, b, new float[9]));
    float[] c = new float[9];
    SimdOps.gemm(3, 3, 3, new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, Sizes.floats(9, 1), c);
    assertArrayEquals(Sizes.floats(9, 1), c);
  }

  @Test
  void messagesNameWhatWasExpected() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> SimdOps.dot(new float[3], new float[4]));
    assertEquals("arrays differ in length: 3 and 4", e.getMessage());
    float[] a = new float[10];
    e = assertThrows(IllegalArgumentException.class, () -> SimdOps.add(a, 0, a, 2, a, 1, 8));
    assertTrue(e.getMessage().contains("overlaps"), e.getMessage());
    SimdOps.add(a, 0, a, 0, a, 5, 5);
  }
}
