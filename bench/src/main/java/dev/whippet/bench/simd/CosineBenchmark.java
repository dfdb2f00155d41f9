package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The cosine of floats.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CosineBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void naive(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.cosine(v.a, v.b));
    }
  }

  /// Lucene.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void lucene(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(VectorUtil.cosine(v.a, v.b));
    }
  }

  /// Jvector.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void jvector(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(io.github.jbellis.jvector.vector.VectorUtil.cosine(v.va, v.vb));
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(SimdOps.cosine(v.a, v.b));
    }
  }
}
