package dev.whippet.simd;

import java.util.Objects;

/// Products of matrices in row-major order.
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
    boolean vector = Dispatch.dot();
    for (int i = 0; i < m; i++) {
      int row = aOffset + i * lda;
      y[yOffset + i] =
          vector
              ? VectorFloatReductions.INSTANCE.dot(a, row, x, xOffset, n)
              : ScalarFloatReductions.INSTANCE.dot(a, row, x, xOffset, n);
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

  @SuppressWarnings("ReferenceEquality") // whether it is the same array, not an equal one
  private static void requireOther(float[] result, float[] a, float[] b) {
    if (result == a || result == b) {
      throw new IllegalArgumentException("the result must not be in the array of an operand");
    }
  }
}
