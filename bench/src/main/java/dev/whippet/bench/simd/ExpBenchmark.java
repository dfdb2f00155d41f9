package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The exponential function.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExpBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] naive(Vectors v) {
    Plain.exp(v.a, v.dst);
    return v.dst;
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] whippet(Vectors v) {
    SimdOps.exp(v.a, v.dst);
    return v.dst;
  }
}
