package dev.whippet.bench.simd;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The dot product of floats.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DotBenchmark {
  private static final JavaBLAS BLAS = JavaBLAS.getInstance();

  /// Naive.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void naive(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.dot(v.a, v.b));
    }
  }

  /// U8.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void u8(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.dotU8(v.a, v.b));
    }
  }

  /// Lucene.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void lucene(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(VectorUtil.dotProduct(v.a, v.b));
    }
  }

  /// Jvector.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void jvector(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(io.github.jbellis.jvector.vector.VectorUtil.dotProduct(v.va, v.vb));
    }
  }

  /// Netlib.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void netlib(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(BLAS.sdot(v.n, v.a, 1, v.b, 1));
    }
  }

  /// Openblas.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void openblas(Vectors v, Blackhole sink) throws Throwable {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(OpenBlas.dot(v.a, v.b));
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(SimdOps.dot(v.a, v.b));
    }
  }
}
