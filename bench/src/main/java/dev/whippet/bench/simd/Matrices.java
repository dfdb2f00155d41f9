package dev.whippet.bench.simd;

import java.util.Random;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Square matrices.
@State(Scope.Thread)
public class Matrices {
  /// Calls of which the time is taken at once.
  static final int CALLS = 1;

  /// Rows and columns.
  @Param({"64", "256", "512"})
  public int n;

  float[] a;
  float[] b;
  float[] c;

  /// Allocates.
  @Setup
  public void allocate() {
    Random random = new Random(1);
    a = new float[n * n];
    b = new float[n * n];
    c = new float[n * n];
    for (int i = 0; i < n * n; i++) {
      a[i] = (float) random.nextGaussian();
      b[i] = (float) random.nextGaussian();
    }
  }
}
