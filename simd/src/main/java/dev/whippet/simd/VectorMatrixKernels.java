package dev.whippet.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Tiles of c of six rows and two vectors, whose twelve accumulators and two vectors of b fit in
/// sixteen registers. A panel of b, two vectors wide, is copied so that it is read in one stride;
/// rows and columns beyond the edge are calculated from copies or zeros and not stored.
///
/// The tiling is that of Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication.
final class VectorMatrixKernels implements MatrixKernels {
  static final VectorMatrixKernels INSTANCE = new VectorMatrixKernels();

  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = F.length();
  private static final int WIDTH = 2 * LANES;
  private static final int ROWS = 6;
  private static final boolean FUSED = FusedMultiplyAdd.FAST;

  /// Rows of b in a panel: with the rows of a beside them they stay in the first-level cache.
  private static final int DEPTH = 256;

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
    if (k == 0) {
      for (int i = 0; i < m; i++) {
        ElementWise.rescale(beta, c, co + i * ldc, n);
      }
      return;
    }
    float[] panel = new float[Math.min(k, DEPTH) * WIDTH];
    float[] tile = new float[ROWS * WIDTH];
    for (int j = 0; j < n; j += WIDTH) {
      int columns = Math.min(WIDTH, n - j);
      for (int p = 0; p < k; p += DEPTH) {
        int depth = Math.min(DEPTH, k - p);
        pack(b, bo + p * ldb + j, ldb, depth, columns, panel);
        for (int i = 0; i < m; i += ROWS) {
          int rows = Math.min(ROWS, m - i);
          int from = ao + i * lda + p;
          int to = co + i * ldc + j;
          float rest = p == 0 ? beta : 1;
          if (alpha == 1 && rest == 0 && rows == ROWS && columns == WIDTH) {
            multiply(depth, a, from, lda, rows, panel, c, to, ldc);
          } else {
            multiply(depth, a, from, lda, rows, panel, tile, 0, WIDTH);
            store(tile, rows, columns, alpha, rest, c, to, ldc);
          }
        }
      }
    }
  }

  private static void pack(float[] b, int bo, int ldb, int depth, int columns, float[] panel) {
    if (columns == WIDTH) {
      for (int p = 0; p < depth; p++) {
        FloatVector.fromArray(F, b, bo + p * ldb).intoArray(panel, p * WIDTH);
        FloatVector.fromArray(F, b, bo + p * ldb + LANES).intoArray(panel, p * WIDTH + LANES);
      }
    } else {
      Arrays.fill(panel, 0);
      for (int p = 0; p < depth; p++) {
        System.arraycopy(b, bo + p * ldb, panel, p * WIDTH, columns);
      }
    }
  }

  /// Six rows of a, or copies of the first, by the panel, to `out`.
  private static void multiply(
      int depth,
      float[] a,
      int a0,
      int lda,
      int rows,
      float[] panel,
      float[] out,
      int o0,
      int ldo) {
    int a1 = rows > 1 ? a0 + lda : a0;
    int a2 = rows > 2 ? a1 + lda : a0;
    int a3 = rows > 3 ? a2 + lda : a0;
    int a4 = rows > 4 ? a3 + lda : a0;
    int a5 = rows > 5 ? a4 + lda : a0;
    FloatVector c00 = FloatVector.zero(F), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
    FloatVector c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
    for (int p = 0; p < depth; p++) {
      FloatVector b0 = FloatVector.fromArray(F, panel, p * WIDTH);
      FloatVector b1 = FloatVector.fromArray(F, panel, p * WIDTH + LANES);
      FloatVector x0 = FloatVector.broadcast(F, a[a0 + p]);
      c00 = FUSED ? x0.fma(b0, c00) : x0.mul(b0).add(c00);
      c01 = FUSED ? x0.fma(b1, c01) : x0.mul(b1).add(c01);
      FloatVector x1 = FloatVector.broadcast(F, a[a1 + p]);
      c10 = FUSED ? x1.fma(b0, c10) : x1.mul(b0).add(c10);
      c11 = FUSED ? x1.fma(b1, c11) : x1.mul(b1).add(c11);
      FloatVector x2 = FloatVector.broadcast(F, a[a2 + p]);
      c20 = FUSED ? x2.fma(b0, c20) : x2.mul(b0).add(c20);
      c21 = FUSED ? x2.fma(b1, c21) : x2.mul(b1).add(c21);
      FloatVector x3 = FloatVector.broadcast(F, a[a3 + p]);
      c30 = FUSED ? x3.fma(b0, c30) : x3.mul(b0).add(c30);
      c31 = FUSED ? x3.fma(b1, c31) : x3.mul(b1).add(c31);
      FloatVector x4 = FloatVector.broadcast(F, a[a4 + p]);
      c40 = FUSED ? x4.fma(b0, c40) : x4.mul(b0).add(c40);
      c41 = FUSED ? x4.fma(b1, c41) : x4.mul(b1).add(c41);
      FloatVector x5 = FloatVector.broadcast(F, a[a5 + p]);
      c50 = FUSED ? x5.fma(b0, c50) : x5.mul(b0).add(c50);
      c51 = FUSED ? x5.fma(b1, c51) : x5.mul(b1).add(c51);
    }
    c00.intoArray(out, o0);
    c01.intoArray(out, o0 + LANES);
    c10.intoArray(out, o0 + ldo);
    c11.intoArray(out, o0 + ldo + LANES);
    c20.intoArray(out, o0 + 2 * ldo);
    c21.intoArray(out, o0 + 2 * ldo + LANES);
    c30.intoArray(out, o0 + 3 * ldo);
    c31.intoArray(out, o0 + 3 * ldo + LANES);
    c40.intoArray(out, o0 + 4 * ldo);
    c41.intoArray(out, o0 + 4 * ldo + LANES);
    c50.intoArray(out, o0 + 5 * ldo);
    c51.intoArray(out, o0 + 5 * ldo + LANES);
  }

  private static void store(
      float[] tile, int rows, int columns, float alpha, float beta, float[] c, int co, int ldc) {
    for (int r = 0; r < rows; r++) {
      int from = r * WIDTH;
      int to = co + r * ldc;
      if (columns == WIDTH) {
        FloatVector t0 = FloatVector.fromArray(F, tile, from).mul(alpha);
        FloatVector t1 = FloatVector.fromArray(F, tile, from + LANES).mul(alpha);
        if (beta != 0) {
          t0 = t0.add(FloatVector.fromArray(F, c, to).mul(beta));
          t1 = t1.add(FloatVector.fromArray(F, c, to + LANES).mul(beta));
        }
        t0.intoArray(c, to);
        t1.intoArray(c, to + LANES);
      } else if (beta == 0) {
        ElementWise.scale(tile, from, alpha, c, to, columns);
      } else {
        ElementWise.rescale(beta, c, to, columns);
        ElementWise.axpy(alpha, tile, from, c, to, columns);
      }
    }
  }
}
