package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// Add, which C2 vectorises by itself.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AddBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] naive(Vectors v) {
    Plain.add(v.a, v.b, v.dst);
    return v.dst;
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float[] whippet(Vectors v) {
    SimdOps.add(v.a, v.b, v.dst);
    return v.dst;
  }
}
