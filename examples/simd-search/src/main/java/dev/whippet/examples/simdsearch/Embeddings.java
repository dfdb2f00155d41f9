package dev.whippet.examples.simdsearch;

import dev.whippet.simd.SimdOps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Rows of unit length, as floats and quantised to bytes at a quarter of the size. Not thread-safe:
/// a search uses the instance's buffers.
final class Embeddings {
  private final int dimensions;
  private final float[] rows;
  private final byte[] quantized;
  private final float[] scores;
  private final byte[] quantizedQuery;

  private Embeddings(int count, int dimensions) {
    this.dimensions = dimensions;
    rows = new float[count * dimensions];
    quantized = new byte[count * dimensions];
    scores = new float[count];
    quantizedQuery = new byte[dimensions];
  }

  /// Rows about as many centres as a hundredth of them, so that each has neighbours, as texts have.
  static Embeddings generate(int count, int dimensions, long seed) {
    Embeddings embeddings = new Embeddings(count, dimensions);
    SplittableRandom random = new SplittableRandom(seed);
    float[] centres = new float[Math.max(1, count / 100) * dimensions];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = noise(random);
    }
    for (int row = 0; row < count; row++) {
      int from = row * dimensions;
      int centre = random.nextInt(centres.length / dimensions) * dimensions;
      for (int i = 0; i < dimensions; i++) {
        embeddings.rows[from + i] = centres[centre + i] + noise(random);
      }
      SimdOps.normalizeL2(embeddings.rows, from, embeddings.rows, from, dimensions);
      SimdOps.quantize(embeddings.rows, from, embeddings.quantized, from, dimensions);
    }
    return embeddings;
  }

  /// Uniform between -1 and 1, from the upper bits of one number.
  private static float noise(SplittableRandom random) {
    return (random.nextInt() >> 8) * 0x1p-23f;
  }

  float[] row(int index) {
    return Arrays.copyOfRange(rows, index * dimensions, (index + 1) * dimensions);
  }

  int count() {
    return scores.length;
  }

  int dimensions() {
    return dimensions;
  }

  /// The k nearest rows by cosine, nearest first.
  List<Match> nearest(float[] query, int k) {
    SimdOps.cosineBatch(query, rows, scores);
    return best(k);
  }

  /// The k nearest rows by the cosine of what quantisation left.
  List<Match> nearestQuantized(float[] query, int k) {
    SimdOps.quantize(query, quantizedQuery);
    SimdOps.cosineBatch(quantizedQuery, quantized, scores);
    return best(k);
  }

  private List<Match> best(int k) {
    int[] indices = new int[k];
    float[] values = new float[k];
    int found = SimdOps.topK(scores, indices, values);
    List<Match> matches = new ArrayList<>(found);
    for (int i = 0; i < found; i++) {
      matches.add(new Match(indices[i], values[i]));
    }
    return matches;
  }
}
