package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// Softmax.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SoftmaxBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] naive(Vectors v) {
    Plain.softmax(v.a, v.dst);
    return v.dst;
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] whippet(Vectors v) {
    SimdOps.softmax(v.a, v.dst);
    return v.dst;
  }
}
