package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The sum of floats.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SumBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float naive(Vectors v) {
    return Plain.sum(v.a);
  }

  /// Jvector.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float jvector(Vectors v) {
    return io.github.jbellis.jvector.vector.VectorUtil.sum(v.va);
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float whippet(Vectors v) {
    return SimdOps.sum(v.a);
  }
}
