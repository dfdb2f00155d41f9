package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The index of the greatest float.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArgMaxBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public int naive(Vectors v) {
    return Plain.argMax(v.a);
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public int whippet(Vectors v) {
    return SimdOps.argMax(v.a);
  }
}
