package dev.whippet.simd;

import java.util.Objects;

/// One query against many vectors, the rows of a matrix in row-major order.
abstract sealed class BatchOps extends FunctionOps permits MatrixOps {
  BatchOps() {}

  /// The dot product of a query with each row of a matrix: [#dot(float[], float[])].
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows; must not be query or
  ///   rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`, or if dst
  ///   is query or rows
  public static void dotBatch(float[] query, float[] rows, float[] dst) {
    requireRows(query.length, rows.length, dst.length);
    dotBatch(query, 0, rows, 0, dst, 0, query.length, dst.length);
  }

  /// [#dotBatch(float[], float[], float[])] of parts of arrays.
  ///
  /// @param query the array of the query
  /// @param queryOffset where it starts
  /// @param rows the array of the rows, one after another
  /// @param rowsOffset where they start
  /// @param dst takes one result per row; must not be query or rows
  /// @param dstOffset from here on
  /// @param length the length of the query and of each row
  /// @param count the number of rows
  /// @throws IllegalArgumentException if dst is query or rows
  /// @throws IndexOutOfBoundsException if the query, the rows or the results leave their array, or
  ///   length or count is negative
  public static void dotBatch(
      float[] query,
      int queryOffset,
      float[] rows,
      int rowsOffset,
      float[] dst,
      int dstOffset,
      int length,
      int count) {
    Objects.checkFromIndexSize(queryOffset, length, query.length);
    Objects.checkFromIndexSize(dstOffset, count, dst.length);
    Slices.checkMatrix("rows", rowsOffset, count, length, length, rows.length);
    requireOther(dst, query, rows);
    for (int i = 0; i < count; i++) {
      dst[dstOffset + i] = dot(query, queryOffset, rows, rowsOffset + i * length, length);
    }
  }

  /// The cosine of the angle between a query and each row of a matrix: [#cosine(float[], float[])].
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows; must not be query or
  ///   rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`, or if dst
  ///   is query or rows
  public static void cosineBatch(float[] query, float[] rows, float[] dst) {
    requireRows(query.length, rows.length, dst.length);
    cosineBatch(query, 0, rows, 0, dst, 0, query.length, dst.length);
  }

  /// [#cosineBatch(float[], float[], float[])] of parts of arrays.
  ///
  /// @param query the array of the query
  /// @param queryOffset where it starts
  /// @param rows the array of the rows, one after another
  /// @param rowsOffset where they start
  /// @param dst takes one result per row; must not be query or rows
  /// @param dstOffset from here on
  /// @param length the length of the query and of each row
  /// @param count the number of rows
  /// @throws IllegalArgumentException if dst is query or rows
  /// @throws IndexOutOfBoundsException if the query, the rows or the results leave their array, or
  ///   length or count is negative
  public static void cosineBatch(
      float[] query,
      int queryOffset,
      float[] rows,
      int rowsOffset,
      float[] dst,
      int dstOffset,
      int length,
      int count) {
    Objects.checkFromIndexSize(queryOffset, length, query.length);
    Objects.checkFromIndexSize(dstOffset, count, dst.length);
    Slices.checkMatrix("rows", rowsOffset, count, length, length, rows.length);
    requireOther(dst, query, rows);
    for (int i = 0; i < count; i++) {
      dst[dstOffset + i] = cosine(query, queryOffset, rows, rowsOffset + i * length, length);
    }
  }

  /// The squared Euclidean distance between a query and each row of a matrix: [#squaredL2(float[],
  /// float[])].
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows; must not be query or
  ///   rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`, or if dst
  ///   is query or rows
  public static void squaredL2Batch(float[] query, float[] rows, float[] dst) {
    requireRows(query.length, rows.length, dst.length);
    squaredL2Batch(query, 0, rows, 0, dst, 0, query.length, dst.length);
  }

  /// [#squaredL2Batch(float[], float[], float[])] of parts of arrays.
  ///
  /// @param query the array of the query
  /// @param queryOffset where it starts
  /// @param rows the array of the rows, one after another
  /// @param rowsOffset where they start
  /// @param dst takes one result per row; must not be query or rows
  /// @param dstOffset from here on
  /// @param length the length of the query and of each row
  /// @param count the number of rows
  /// @throws IllegalArgumentException if dst is query or rows
  /// @throws IndexOutOfBoundsException if the query, the rows or the results leave their array, or
  ///   length or count is negative
  public static void squaredL2Batch(
      float[] query,
      int queryOffset,
      float[] rows,
      int rowsOffset,
      float[] dst,
      int dstOffset,
      int length,
      int count) {
    Objects.checkFromIndexSize(queryOffset, length, query.length);
    Objects.checkFromIndexSize(dstOffset, count, dst.length);
    Slices.checkMatrix("rows", rowsOffset, count, length, length, rows.length);
    requireOther(dst, query, rows);
    for (int i = 0; i < count; i++) {
      dst[dstOffset + i] = squaredL2(query, queryOffset, rows, rowsOffset + i * length, length);
    }
  }

  /// The dot product of a query of signed bytes with each row of a matrix, rounded to float.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void dotBatch(byte[] query, byte[] rows, float[] dst) {
    requireRows(query.length, rows.length, dst.length);
    dotBatch(query, 0, rows, 0, dst, 0, query.length, dst.length);
  }

  /// [#dotBatch(byte[], byte[], float[])] of parts of arrays.
  ///
  /// @param query the array of the query
  /// @param queryOffset where it starts
  /// @param rows the array of the rows, one after another
  /// @param rowsOffset where they start
  /// @param dst takes one result per row
  /// @param dstOffset from here on
  /// @param length the length of the query and of each row
  /// @param count the number of rows
  /// @throws IndexOutOfBoundsException if the query, the rows or the results leave their array, or
  ///   length or count is negative
  public static void dotBatch(
      byte[] query,
      int queryOffset,
      byte[] rows,
      int rowsOffset,
      float[] dst,
      int dstOffset,
      int length,
      int count) {
    Objects.checkFromIndexSize(queryOffset, length, query.length);
    Objects.checkFromIndexSize(dstOffset, count, dst.length);
    Slices.checkMatrix("rows", rowsOffset, count, length, length, rows.length);
    for (int i = 0; i < count; i++) {
      dst[dstOffset + i] = dot(query, queryOffset, rows, rowsOffset + i * length, length);
    }
  }

  /// The cosine of the angle between a query of signed bytes and each row of a matrix.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void cosineBatch(byte[] query, byte[] rows, float[] dst) {
    requireRows(query.length, rows.length, dst.length);
    cosineBatch(query, 0, rows, 0, dst, 0, query.length, dst.length);
  }

  /// [#cosineBatch(byte[], byte[], float[])] of parts of arrays.
  ///
  /// @param query the array of the query
  /// @param queryOffset where it starts
  /// @param rows the array of the rows, one after another
  /// @param rowsOffset where they start
  /// @param dst takes one result per row
  /// @param dstOffset from here on
  /// @param length the length of the query and of each row
  /// @param count the number of rows
  /// @throws IndexOutOfBoundsException if the query, the rows or the results leave their array, or
  ///   length or count is negative
  public static void cosineBatch(
      byte[] query,
      int queryOffset,
      byte[] rows,
      int rowsOffset,
      float[] dst,
      int dstOffset,
      int length,
      int count) {
    Objects.checkFromIndexSize(queryOffset, length, query.length);
    Objects.checkFromIndexSize(dstOffset, count, dst.length);
    Slices.checkMatrix("rows", rowsOffset, count, length, length, rows.length);
    for (int i = 0; i < count; i++) {
      dst[dstOffset + i] = cosine(query, queryOffset, rows, rowsOffset + i * length, length);
    }
  }

  /// The squared Euclidean distance between a query of signed bytes and each row of a matrix,
  /// rounded to float.
  ///
  /// @param query the query; its length is that of a row
  /// @param rows the rows, one after another
  /// @param dst takes one result per row; its length is the number of rows
  /// @throws IllegalArgumentException unless `rows.length == query.length * dst.length`
  public static void squaredL2Batch(byte[] query, byte[] rows, float[] dst) {
    requireRows(query.length, rows.length, dst.length);
    squaredL2Batch(query, 0, rows, 0, dst, 0, query.length, dst.length);
  }

  /// [#squaredL2Batch(byte[], byte[], float[])] of parts of arrays.
  ///
  /// @param query the array of the query
  /// @param queryOffset where it starts
  /// @param rows the array of the rows, one after another
  /// @param rowsOffset where they start
  /// @param dst takes one result per row
  /// @param dstOffset from here on
  /// @param length the length of the query and of each row
  /// @param count the number of rows
  /// @throws IndexOutOfBoundsException if the query, the rows or the results leave their array, or
  ///   length or count is negative
  public static void squaredL2Batch(
      byte[] query,
      int queryOffset,
      byte[] rows,
      int rowsOffset,
      float[] dst,
      int dstOffset,
      int length,
      int count) {
    Objects.checkFromIndexSize(queryOffset, length, query.length);
    Objects.checkFromIndexSize(dstOffset, count, dst.length);
    Slices.checkMatrix("rows", rowsOffset, count, length, length, rows.length);
    for (int i = 0; i < count; i++) {
      dst[dstOffset + i] = squaredL2(query, queryOffset, rows, rowsOffset + i * length, length);
    }
  }

  private static void requireRows(int query, int rows, int count) {
    if (rows != (long) query * count) {
      throw new IllegalArgumentException(
          count + " rows of " + query + " elements expected, but there are " + rows);
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether it is the same array, not an equal one
  static void requireOther(float[] result, float[] a, float[] b) {
    if (result == a || result == b) {
      throw new IllegalArgumentException("the result must not be in the array of an operand");
    }
  }
}
