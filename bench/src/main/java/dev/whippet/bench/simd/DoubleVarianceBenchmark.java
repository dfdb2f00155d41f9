package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The variance of doubles, in two passes.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DoubleVarianceBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void naive(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.variance(v.p));
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(SimdOps.variance(v.p));
    }
  }
}
