package dev.whippet.bench.simd;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The dot product of doubles.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DoubleDotBenchmark {
  private static final JavaBLAS BLAS = JavaBLAS.getInstance();

  /// Naive.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void naive(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.dot(v.p, v.q));
    }
  }

  /// Netlib.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void netlib(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(BLAS.ddot(v.n, v.p, 1, v.q, 1));
    }
  }

  /// Openblas.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void openblas(Vectors v, Blackhole sink) throws Throwable {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(OpenBlas.dot(v.p, v.q));
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(SimdOps.dot(v.p, v.q));
    }
  }
}
