package dev.whippet.simd;

/// Products of matrices in row-major order; `lda`, `ldb`, `ldc` are the distances between rows.
sealed interface MatrixKernels permits ScalarMatrixKernels, VectorMatrixKernels {
  /// `c = alpha * a * b + beta * c`, where `a` is m x k, `b` k x n and `c` m x n; c is not read
  /// where beta is 0.
  void gemm(
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
      int ldc);
}
