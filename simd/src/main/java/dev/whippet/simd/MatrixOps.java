package dev.whippet.simd;

import java.util.Objects;

/// Products of matrices in row-major order, the best of many scores, and quantisation.
abstract sealed class MatrixOps extends BatchOps permits SimdOps {
  MatrixOps() {}

  /// Matrix by vector, `y = a * x`: each element is [#dot(float[], float[])] of a row and x.
  ///
  /// @param a the matrix, row after row: `y.length` rows of `x.length` elements
  /// @param x the vector
  /// @param y takes the result; must not be a or x
  /// @throws IllegalArgumentException if the shapes do not fit or y is a or x
  public static void gemv(float[] a, float[] x, float[] y) {
    if (a.length != (long) x.length * y.length) {
      throw new IllegalArgumentException(
          "the matrix has " + a.length + " elements, not " + y.length + " x " + x.length);
    }
    gemv(y.length, x.length, a, 0, x.length, x, 0, y, 0);
  }

  /// [#gemv(float[], float[], float[])] of parts of arrays.
  ///
  /// @param m the rows of a and elements of y
  /// @param n the columns of a and elements of x
  /// @param a the array of the matrix
  /// @param aOffset where it starts
  /// @param lda how far apart its rows start, at least n
  /// @param x the array of the vector
  /// @param xOffset where it starts
  /// @param y takes the result; must not be a or x
  /// @param yOffset from here on
  /// @throws IllegalArgumentException if m or n is negative, lda less than n, or y is a or x
  /// @throws IndexOutOfBoundsException if a matrix or vector leaves its array
  public static void gemv(
      int m,
      int n,
      float[] a,
      int aOffset,
      int lda,
      float[] x,
      int xOffset,
      float[] y,
      int yOffset) {
    Slices.checkMatrix("a", aOffset, m, n, lda, a.length);
    Objects.checkFromIndexSize(xOffset, n, x.length);
    Objects.checkFromIndexSize(yOffset, m, y.length);
    requireOther(y, a, x);
    for (int i = 0; i < m; i++) {
      y[yOffset + i] = dot(a, aOffset + i * lda, x, xOffset, n);
    }
  }

  /// Matrix by matrix, `c = a * b`. The error of an element is at most `(k + 2) * 2^-24` times the
  /// sum of the magnitudes of its products. The vector tier copies b panel by panel into a buffer
  /// of at most 32 KB, the only memory that an operation of this class takes.
  ///
  /// @param m the rows of a and c
  /// @param n the columns of b and c
  /// @param k the columns of a and rows of b
  /// @param a m x k elements
  /// @param b k x n elements
  /// @param c takes m x n elements; must not be a or b
  /// @throws IllegalArgumentException if a dimension is negative or c is a or b
  /// @throws IndexOutOfBoundsException if a matrix leaves its array
  public static void gemm(int m, int n, int k, float[] a, float[] b, float[] c) {
    gemm(m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);
  }

  /// `c = alpha * a * b + beta * c`, of parts of arrays; see [#gemm(int, int, int, float[],
  /// float[], float[])].
  ///
  /// @param m the rows of a and c
  /// @param n the columns of b and c
  /// @param k the columns of a and rows of b
  /// @param alpha the factor of the product
  /// @param a the array of a
  /// @param aOffset where it starts
  /// @param lda how far apart its rows start, at least k
  /// @param b the array of b
  /// @param bOffset where it starts
  /// @param ldb how far apart its rows start, at least n
  /// @param beta the factor of c; if it is 0, c is not read
  /// @param c takes the result; must not be a or b
  /// @param cOffset from here on
  /// @param ldc how far apart its rows start, at least n
  /// @throws IllegalArgumentException if a dimension is negative, rows overlap, or c is a or b
  /// @throws IndexOutOfBoundsException if a matrix leaves its array
  public static void gemm(
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aOffset,
      int lda,
      float[] b,
      int bOffset,
      int ldb,
      float beta,
      float[] c,
      int cOffset,
      int ldc) {
    Slices.checkMatrix("a", aOffset, m, k, lda, a.length);
    Slices.checkMatrix("b", bOffset, k, n, ldb, b.length);
    Slices.checkMatrix("c", cOffset, m, n, ldc, c.length);
    requireOther(c, a, b);
    if (Dispatch.gemm()) {
      VectorMatrixKernels.INSTANCE.gemm(
          m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
    } else {
      ScalarMatrixKernels.INSTANCE.gemm(
          m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
    }
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
