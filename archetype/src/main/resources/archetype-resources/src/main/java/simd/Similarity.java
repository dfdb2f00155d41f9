package ${package};

import dev.whippet.simd.SimdOps;

/// Compares vectors, by the processor's vector instructions where they are faster.
final class Similarity {
  private Similarity() {}

  /// Which of the candidates points most nearly in the query's direction.
  ///
  /// @param candidates at least one, each of the query's length
  /// @return an index of `candidates`
  static int nearest(float[] query, float[][] candidates) {
    int nearest = 0;
    float best = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < candidates.length; i++) {
      float similarity = SimdOps.cosine(query, candidates[i]);
      if (similarity > best) {
        best = similarity;
        nearest = i;
      }
    }
    return nearest;
  }
}
