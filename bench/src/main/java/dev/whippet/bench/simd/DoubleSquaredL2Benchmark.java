package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// The squared Euclidean distance of doubles.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DoubleSquaredL2Benchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void naive(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(Plain.squaredL2(v.p, v.q));
    }
  }

  /// Ours.
  ///
  /// @param v the input
  /// @param sink takes the results
  @Benchmark
  public void whippet(Vectors v, Blackhole sink) {
    for (int i = 0; i < Vectors.CALLS; i++) {
      sink.consume(SimdOps.squaredL2(v.p, v.q));
    }
  }
}
