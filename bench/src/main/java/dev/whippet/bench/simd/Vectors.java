package dev.whippet.bench.simd;

import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Inputs. Where an array happens to start in a cache line moves results by a third, so each
/// iteration moves them on by eight bytes, through all the places of a line.
@State(Scope.Thread)
public class Vectors {
  /// Places of a cache line.
  static final int PLACES = 8;

  /// Calls of which the time is taken at once, so that the clock does not count.
  static final int CALLS = 32;

  /// The length.
  @Param({"1024"})
  public int n;

  float[] a;
  float[] b;
  float[] dst;
  double[] p;
  double[] q;
  byte[] x;
  byte[] y;
  VectorFloat<?> va;
  VectorFloat<?> vb;

  private int iteration;

  @SuppressWarnings("UnusedVariable") // it is there to take place
  private Object padding;

  /// Allocates anew.
  @Setup(Level.Iteration)
  public void allocate() {
    int place = iteration++ % PLACES;
    float[][] arrays = new float[3][];
    for (int i = 0; i < 3; i++) {
      padding = new byte[8 * ((place + i * 3) % PLACES) + (n % 2) * 4];
      arrays[i] = new float[n];
    }
    a = arrays[0];
    b = arrays[1];
    dst = arrays[2];
    padding = new byte[8 * ((place + 5) % PLACES)];
    p = new double[n];
    padding = new byte[8 * place];
    q = new double[n];
    x = new byte[n];
    padding = new byte[8 * place];
    y = new byte[n];
    Random random = new Random(1);
    for (int i = 0; i < n; i++) {
      a[i] = (float) random.nextGaussian();
      b[i] = (float) random.nextGaussian();
      p[i] = a[i];
      q[i] = b[i];
    }
    random.nextBytes(x);
    random.nextBytes(y);
    va = VectorizationProvider.getInstance().getVectorTypeSupport().createFloatVector(a);
    vb = VectorizationProvider.getInstance().getVectorTypeSupport().createFloatVector(b);
  }
}
