package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// Scale, which C2 vectorises by itself.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScaleBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] naive(Vectors v) {
    Plain.scale(v.a, 0.5f, v.dst);
    return v.dst;
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] whippet(Vectors v) {
    SimdOps.scale(v.a, 0.5f, v.dst);
    return v.dst;
  }
}
