package dev.whippet.examples.dotproduct;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import dev.whippet.simd.SimdOps;
import java.util.Map;

/// Answers any event with the dot product of two vectors of 10,000 floats,
/// `{"statusCode":200,"body":{"dotProduct":...,"vectorSize":10000}}`.
public final class DotProduct implements Handler<Map<String, Object>, DotProduct.Response> {
  private static final int SIZE = 10_000;

  private final float[] a = new float[SIZE];
  private final float[] b = new float[SIZE];

  /// Fills the vectors.
  public DotProduct() {
    for (int i = 0; i < SIZE; i++) {
      a[i] = i * 0.001f;
      b[i] = (SIZE - i) * 0.001f;
    }
  }

  /// The answer, as HTTP integrations like it.
  ///
  /// @param statusCode the HTTP status
  /// @param body the result
  public record Response(int statusCode, Body body) {}

  /// The result.
  ///
  /// @param dotProduct the dot product
  /// @param vectorSize the length of each vector
  public record Body(float dotProduct, int vectorSize) {}

  @Override
  public Response handle(Map<String, Object> event, Context context) {
    return new Response(200, new Body(SimdOps.dot(a, b), SIZE));
  }

  /// Serves the function.
  ///
  /// @param args none
  public static void main(String[] args) {
    Whippet.run(DotProduct::new);
  }
}
