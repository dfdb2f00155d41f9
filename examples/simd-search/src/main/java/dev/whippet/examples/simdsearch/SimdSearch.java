package dev.whippet.examples.simdsearch;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Answers `{"row":17,"k":10}` (the neighbours of an embedding) or `{"vector":[...768 numbers...],
/// "k":10}` with the nearest of 10,000 embeddings: exactly, and by vectors quantised to bytes, with
/// the recall of the latter.
public final class SimdSearch implements Handler<SimdSearch.Query, SimdSearch.Result> {
  private static final int COUNT = 10_000;
  private static final int DIMENSIONS = 768;
  private static final long SEED = 42;

  private final Embeddings embeddings = Embeddings.generate(COUNT, DIMENSIONS, SEED);

  /// Generates the embeddings.
  public SimdSearch() {}

  /// What to look for.
  ///
  /// @param vector the query; null if it is a row
  /// @param row the row whose neighbours are asked for, if there is no vector
  /// @param k how many; from 1 to 1,000
  public record Query(List<Double> vector, int row, int k) {}

  /// What was found.
  ///
  /// @param matches the nearest rows
  /// @param quantized the nearest by quantised vectors
  /// @param recall how many of the nearest are among those, from 0 to 1
  public record Result(List<Match> matches, List<Match> quantized, double recall) {}

  @Override
  public Result handle(Query query, Context context) {
    if (query.k < 1 || query.k > 1000) {
      throw new IllegalArgumentException("k is " + query.k + ": expected 1 to 1000");
    }
    float[] vector = query.vector == null ? row(query.row) : floats(query.vector);
    List<Match> matches = embeddings.nearest(vector, query.k);
    List<Match> quantized = embeddings.nearestQuantized(vector, query.k);
    return new Result(matches, quantized, recall(matches, quantized));
  }

  private float[] row(int index) {
    if (index < 0 || index >= embeddings.count()) {
      throw new IllegalArgumentException("row is " + index + ": expected 0 to " + (COUNT - 1));
    }
    return embeddings.row(index);
  }

  private static float[] floats(List<Double> numbers) {
    if (numbers.size() != DIMENSIONS) {
      throw new IllegalArgumentException(
          "vector has " + numbers.size() + " numbers: expected " + DIMENSIONS);
    }
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = numbers.get(i).floatValue();
    }
    return vector;
  }

  static double recall(List<Match> exact, List<Match> approximate) {
    Set<Integer> found = new HashSet<>();
    for (Match match : approximate) {
      found.add(match.row());
    }
    long hits = exact.stream().filter(match -> found.contains(match.row())).count();
    return (double) hits / exact.size();
  }

  /// Serves the function.
  ///
  /// @param args none
  public static void main(String[] args) {
    Whippet.run(SimdSearch::new);
  }
}
