package dev.whippet.bench.simd;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.whippet.simd.SimdOps;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// The dot product of floats.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DotBenchmark {
  private static final JavaBLAS BLAS = JavaBLAS.getInstance();

  /// Naive.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float naive(Vectors v) {
    return Plain.dot(v.a, v.b);
  }

  /// U8.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float u8(Vectors v) {
    return Plain.dotU8(v.a, v.b);
  }

  /// Lucene.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float lucene(Vectors v) {
    return VectorUtil.dotProduct(v.a, v.b);
  }

  /// Jvector.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float jvector(Vectors v) {
    return io.github.jbellis.jvector.vector.VectorUtil.dotProduct(v.va, v.vb);
  }

  /// Netlib.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float netlib(Vectors v) {
    return BLAS.sdot(v.n, v.a, 1, v.b, 1);
  }

  /// Openblas.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float openblas(Vectors v) throws Throwable {
    return OpenBlas.dot(v.a, v.b);
  }

  /// Ours.
  ///
  /// @param v the input
  /// @return the result
  @Benchmark
  public float whippet(Vectors v) {
    return SimdOps.dot(v.a, v.b);
  }
}
