package dev.whippet.simd;

/// Rows of c as sums of rows of b, four at a time: the inner loop is one that C2 vectorises itself.
final class ScalarMatrixKernels implements MatrixKernels {
  static final ScalarMatrixKernels INSTANCE = new ScalarMatrixKernels();

  @Override
  public void gemm(
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      int ldb,
      float beta,
      float[] c,
      int co,
      int ldc) {
    for (int i = 0; i < m; i++) {
      int row = co + i * ldc;
      ElementWise.rescale(beta, c, row, n);
      int p = 0;
      for (int ai = ao + i * lda; p <= k - 4; p += 4) {
        addRows(
            alpha * a[ai + p],
            alpha * a[ai + p + 1],
            alpha * a[ai + p + 2],
            alpha * a[ai + p + 3],
            b,
            bo + p * ldb,
            ldb,
            c,
            row,
            n);
      }
      for (int ai = ao + i * lda; p < k; p++) {
        ElementWise.axpy(alpha * a[ai + p], b, bo + p * ldb, c, row, n);
      }
    }
  }

  private static void addRows(
      float x0,
      float x1,
      float x2,
      float x3,
      float[] b,
      int b0,
      int ldb,
      float[] c,
      int co,
      int n) {
    int b1 = b0 + ldb, b2 = b1 + ldb, b3 = b2 + ldb;
    for (int j = 0; j < n; j++) {
      c[co + j] += (x0 * b[b0 + j] + x1 * b[b1 + j]) + (x2 * b[b2 + j] + x3 * b[b3 + j]);
    }
  }
}
