package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The squared distance of floats.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SquaredL2Benchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float naive(Vectors v) {
    return Plain.squaredL2(v.a, v.b);
  }

  /// Lucene.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float lucene(Vectors v) {
    return VectorUtil.squareDistance(v.a, v.b);
  }

  /// Jvector.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float jvector(Vectors v) {
    return io.github.jbellis.jvector.vector.VectorUtil.squareL2Distance(v.va, v.vb);
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float whippet(Vectors v) {
    return SimdOps.squaredL2(v.a, v.b);
  }
}
