package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The greatest float.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MaxBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float naive(Vectors v) {
    return Plain.max(v.a);
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float whippet(Vectors v) {
    return SimdOps.max(v.a);
  }
}
