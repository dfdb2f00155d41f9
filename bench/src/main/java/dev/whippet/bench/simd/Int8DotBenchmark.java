package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The dot product of bytes.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Int8DotBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public int naive(Vectors v) {
    return Plain.dot(v.x, v.y);
  }

  /// Lucene.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public int lucene(Vectors v) {
    return VectorUtil.dotProduct(v.x, v.y);
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public long whippet(Vectors v) {
    return SimdOps.dot(v.x, v.y);
  }
}
