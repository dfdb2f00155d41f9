package dev.whippet.simd;

import java.util.Objects;

/// One query against many rows, the best of them, and quantisation.
abstract sealed class BatchOps extends FunctionOps permits MatrixOps {
  BatchOps() {}

  /// The dot product of a query with each row of a matrix.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void dotBatch(float[] query, float[] rows, float[] dst) {
    int n = checkRows(query.length, rows.length, dst.length);
    boolean vector = Dispatch.dot();
    for (int i = 0; i < dst.length; i++) {
      dst[i] =
          vector
              ? VectorFloatReductions.INSTANCE.dot(query, 0, rows, i * n, n)
              : ScalarFloatReductions.INSTANCE.dot(query, 0, rows, i * n, n);
    }
  }

  /// The cosine of the angle between a query and each row of a matrix.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void cosineBatch(float[] query, float[] rows, float[] dst) {
    int n = checkRows(query.length, rows.length, dst.length);
    boolean vector = Dispatch.cosine();
    for (int i = 0; i < dst.length; i++) {
      dst[i] =
          vector
              ? VectorFloatReductions.INSTANCE.cosine(query, 0, rows, i * n, n)
              : ScalarFloatReductions.INSTANCE.cosine(query, 0, rows, i * n, n);
    }
  }

  /// The squared Euclidean distance between a query and each row of a matrix.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void squaredL2Batch(float[] query, float[] rows, float[] dst) {
    int n = checkRows(query.length, rows.length, dst.length);
    boolean vector = Dispatch.squaredL2();
    for (int i = 0; i < dst.length; i++) {
      dst[i] =
          vector
              ? VectorFloatReductions.INSTANCE.squaredL2(query, 0, rows, i * n, n)
              : ScalarFloatReductions.INSTANCE.squaredL2(query, 0, rows, i * n, n);
    }
  }

  /// The cosine of the angle between a query of signed bytes and each row of a matrix.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void cosineBatch(byte[] query, byte[] rows, float[] dst) {
    int n = checkRows(query.length, rows.length, dst.length);
    boolean vector = Dispatch.int8();
    for (int i = 0; i < dst.length; i++) {
      dst[i] =
          vector
              ? VectorByteReductions.INSTANCE.cosine(query, 0, rows, i * n, n)
              : ScalarByteReductions.INSTANCE.cosine(query, 0, rows, i * n, n);
    }
  }

  /// The dot product of a query of signed bytes with each row of a matrix, rounded to float.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void dotBatch(byte[] query, byte[] rows, float[] dst) {
    int n = checkRows(query.length, rows.length, dst.length);
    boolean vector = Dispatch.int8();
    for (int i = 0; i < dst.length; i++) {
      dst[i] =
          vector
              ? VectorByteReductions.INSTANCE.dot(query, 0, rows, i * n, n)
              : ScalarByteReductions.INSTANCE.dot(query, 0, rows, i * n, n);
    }
  }

  private static int checkRows(int query, int rows, int count) {
    if (rows != (long) query * count) {
      throw new IllegalArgumentException(
          count + " rows of " + query + " elements expected, but there are " + rows);
    }
    return query;
  }

  /// The k greatest scores, in falling order; of equal ones, the first. NaN is no score.
  ///
  /// @param scores the scores
  /// @param indices takes the indices of the greatest; its length is k
  /// @param values takes the scores themselves; its length is k
  /// @return how many were found: k, or as many as there are
  /// @throws IllegalArgumentException if the lengths of indices and values differ
  public static int topK(float[] scores, int[] indices, float[] values) {
    Slices.sameLength(indices.length, values.length);
    return topK(scores, 0, scores.length, indices, values);
  }

  /// [#topK(float[], int[], float[])] of a slice; indices are relative to its start.
  ///
  /// @param scores the array of the scores
  /// @param offset where they start
  /// @param length how many there are
  /// @param indices takes the indices of the greatest; its length is k
  /// @param values takes the scores themselves; its length is k
  /// @return how many were found: k, or as many as there are
  /// @throws IllegalArgumentException if the lengths of indices and values differ
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static int topK(float[] scores, int offset, int length, int[] indices, float[] values) {
    Objects.checkFromIndexSize(offset, length, scores.length);
    int k = Slices.sameLength(indices.length, values.length);
    return TopK.select(scores, offset, length, indices, values, k);
  }

  /// Quantises a vector to signed bytes: `dst[i]` is `a[i] / scale` rounded to the nearest integer,
  /// ties to even, with the scale that takes the greatest magnitude to 127.
  ///
  /// @param a the vector
  /// @param dst takes the result
  /// @return the scale, so that `a[i]` is about `dst[i] * scale`; 0 for a vector of zeros
  /// @throws IllegalArgumentException if the lengths differ or an element is not finite
  public static float quantize(float[] a, byte[] dst) {
    return quantize(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#quantize(float[], byte[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of both
  /// @return the scale
  /// @throws IllegalArgumentException if an element is not finite
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static float quantize(float[] a, int aOffset, byte[] dst, int dstOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    if (length == 0) {
      return 0;
    }
    float least = min(a, aOffset, length);
    float most = max(a, aOffset, length);
    float size = Math.max(-least, most);
    if (!Float.isFinite(size)) {
      throw new IllegalArgumentException("quantize needs finite elements: " + least + ", " + most);
    }
    Quantization.toBytes(a, aOffset, size, dst, dstOffset, length);
    return size / Quantization.GREATEST;
  }
}
