package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The sum of doubles.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DoubleSumBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void naive(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.sum(v.p));
    }
  }

  /// Openblas.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void openblas(Vectors v, Blackhole sink) throws Throwable {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(OpenBlas.sum(v.p));
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(SimdOps.sum(v.p));
    }
  }
}
