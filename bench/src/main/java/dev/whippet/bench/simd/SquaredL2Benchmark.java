package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The squared distance of floats.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SquaredL2Benchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void naive(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.squaredL2(v.a, v.b));
    }
  }

  /// Lucene.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void lucene(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(VectorUtil.squareDistance(v.a, v.b));
    }
  }

  /// Jvector.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void jvector(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(io.github.jbellis.jvector.vector.VectorUtil.squareL2Distance(v.va, v.vb));
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(SimdOps.squaredL2(v.a, v.b));
    }
  }
}
