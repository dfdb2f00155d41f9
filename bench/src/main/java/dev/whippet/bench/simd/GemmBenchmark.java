package dev.whippet.bench.simd;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The product of square matrices of n x n.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GemmBenchmark {
  private static final JavaBLAS BLAS = JavaBLAS.getInstance();

  /// Netlib.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] netlib(Matrices v) {
    BLAS.sgemm("N", "N", v.n, v.n, v.n, 1, v.b, v.n, v.a, v.n, 0, v.c, v.n);
    return v.c;
  }

  /// Openblas.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] openblas(Matrices v) throws Throwable {
    OpenBlas.gemm(v.n, v.a, v.b, v.c);
    return v.c;
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] whippet(Matrices v) {
    SimdOps.gemm(v.n, v.n, v.n, v.a, v.b, v.c);
    return v.c;
  }
}
