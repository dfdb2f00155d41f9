package dev.whippet.bench.simd;

import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The cosine of floats.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CosineBenchmark {
  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float naive(Vectors v) {
    return Plain.cosine(v.a, v.b);
  }

  /// Lucene.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float lucene(Vectors v) {
    return VectorUtil.cosine(v.a, v.b);
  }

  /// Jvector.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float jvector(Vectors v) {
    return io.github.jbellis.jvector.vector.VectorUtil.cosine(v.va, v.vb);
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float whippet(Vectors v) {
    return SimdOps.cosine(v.a, v.b);
  }
}
