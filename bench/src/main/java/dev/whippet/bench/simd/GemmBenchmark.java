package dev.whippet.bench.simd;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The product of square matrices of n x n.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GemmBenchmark {
  private static final JavaBLAS BLAS = JavaBLAS.getInstance();

  /// Netlib.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void netlib(Matrices v, Blackhole sink) {
    for (int i = 0; i < Matrices.CALLS; i++) {
      BLAS.sgemm("N", "N", v.n, v.n, v.n, 1, v.b, v.n, v.a, v.n, 0, v.c, v.n);
      sink.consume(v.c);
    }
  }

  /// Openblas.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void openblas(Matrices v, Blackhole sink) throws Throwable {
    for (int i = 0; i < Matrices.CALLS; i++) {
      OpenBlas.gemm(v.n, v.a, v.b, v.c);
      sink.consume(v.c);
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Matrices v, Blackhole sink) {
    for (int i = 0; i < Matrices.CALLS; i++) {
      SimdOps.gemm(v.n, v.n, v.n, v.a, v.b, v.c);
      sink.consume(v.c);
    }
  }
}
