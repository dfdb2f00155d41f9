package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// Mul, which C2 vectorises by itself.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MulBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] naive(Vectors v) {
    Plain.mul(v.a, v.b, v.dst);
    return v.dst;
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] whippet(Vectors v) {
    SimdOps.mul(v.a, v.b, v.dst);
    return v.dst;
  }
}
