package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One query against many rows: each result is that of the operation on the row.
class BatchTest {
  private static final int LENGTH = 37;
  private static final int COUNT = 11;
  private static final float GUARD = 77;

  private static final List<Batch<float[]>> FLOATS =
      List.of(
          new Batch<>(SimdOps::dotBatch, SimdOps::dotBatch, (q, x) -> SimdOps.dot(q, x)),
          new Batch<>(SimdOps::cosineBatch, SimdOps::cosineBatch, (q, x) -> SimdOps.cosine(q, x)),
          new Batch<>(
              SimdOps::squaredL2Batch, SimdOps::squaredL2Batch, (q, x) -> SimdOps.squaredL2(q, x)));

  private static final List<Batch<byte[]>> BYTES =
      List.of(
          new Batch<>(SimdOps::dotBatch, SimdOps::dotBatch, (q, x) -> SimdOps.dot(q, x)),
          new Batch<>(SimdOps::cosineBatch, SimdOps::cosineBatch, (q, x) -> SimdOps.cosine(q, x)),
          new Batch<>(
              SimdOps::squaredL2Batch, SimdOps::squaredL2Batch, (q, x) -> SimdOps.squaredL2(q, x)));

  /// An operation on whole arrays, on parts of arrays, and on one row.
  private record Batch<T>(Whole<T> whole, Parts<T> parts, One<T> one) {
    interface Whole<T> {
      void run(T query, T rows, float[] dst);
    }

    interface Parts<T> {
      void run(T query, int qo, T rows, int ro, float[] dst, int to, int length, int count);
    }

    interface One<T> {
      float of(T query, T row);
    }
  }

  @Test
  void everyResultIsThatOfItsRow() {
    float[] query = Sizes.floats(LENGTH, 1);
    float[] rows = Sizes.floats(LENGTH * COUNT, 2);
    for (Batch<float[]> batch : FLOATS) {
      float[] dst = new float[COUNT];
      batch.whole.run(query, rows, dst);
      float[] parts = new float[COUNT + 3];
      Arrays.fill(parts, GUARD);
      float[] part = Sizes.guarded(query, 3, Float.NaN);
      batch.parts.run(part, 3, Sizes.guarded(rows, 5, Float.NaN), 5, parts, 2, LENGTH, COUNT);
      for (int i = 0; i < COUNT; i++) {
        float[] row = Arrays.copyOfRange(rows, LENGTH * i, LENGTH * (i + 1));
        assertEquals(batch.one.of(query, row), dst[i]);
        assertEquals(dst[i], parts[2 + i]);
      }
      assertEquals(GUARD, parts[1]);
      assertEquals(GUARD, parts[2 + COUNT]);
    }
  }

  @Test
  void everyResultOfBytesIsThatOfItsRow() {
    byte[] query = Sizes.bytes(LENGTH, 1);
    byte[] rows = Sizes.bytes(LENGTH * COUNT, 2);
    for (Batch<byte[]> batch : BYTES) {
      float[] dst = new float[COUNT];
      batch.whole.run(query, rows, dst);
      float[] parts = new float[2];
      batch.parts.run(query, 0, rows, 4 * LENGTH, parts, 1, LENGTH, 1);
      assertEquals(dst[4], parts[1]);
      for (int i = 0; i < COUNT; i++) {
        byte[] row = Arrays.copyOfRange(rows, LENGTH * i, LENGTH * (i + 1));
        assertEquals(batch.one.of(query, row), dst[i]);
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    for (Batch<float[]> batch : FLOATS) {
      refused(IllegalArgumentException.class, () -> whole(batch, 4, 12, 4));
      refused(IllegalArgumentException.class, () -> whole(batch, 4, 13, 3));
      float[] x = new float[4];
      refused(IllegalArgumentException.class, () -> batch.whole.run(x, new float[16], x));
      refused(IllegalArgumentException.class, () -> batch.whole.run(new float[1], x, x));
      for (int[] wrong :
          new int[][] {
            {1, 0, 0, 4, 3}, {0, 1, 0, 4, 3}, {0, 0, 1, 4, 3}, {0, 0, 0, 5, 3}, {0, 0, 0, 4, 4},
            {-1, 0, 0, 4, 3}, {0, -1, 0, 4, 3}, {0, 0, -1, 4, 3}, {0, 0, 0, -1, 3}, {0, 0, 0, 4, -1}
          }) {
        refused(IndexOutOfBoundsException.class, () -> parts(batch, wrong));
      }
      parts(batch, new int[] {0, 0, 0, 4, 3});
    }
  }

  private static void whole(Batch<float[]> batch, int query, int rows, int dst) {
    batch.whole.run(new float[query], new float[rows], new float[dst]);
  }

  private static void parts(Batch<float[]> batch, int[] n) {
    batch.parts.run(new float[4], n[0], new float[12], n[1], new float[3], n[2], n[3], n[4]);
  }

  private static void refused(Class<? extends Exception> error, Runnable call) {
    assertThrows(error, call::run);
  }

  @Test
  void rowsOfNothingGiveZeros() {
    for (Batch<float[]> batch : FLOATS) {
      float[] dst = {GUARD, GUARD};
      batch.whole.run(new float[0], new float[0], dst);
      assertEquals(0, dst[0]);
      assertEquals(0, dst[1]);
    }
  }
}
