package dev.whippet.examples.simdsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
  @Test
  void matchesAreThoseOfAFullSort() {
    Embeddings embeddings = Embeddings.generate(500, 33, 7);
    float[] query = embeddings.row(3);
    double[] scores =
        IntStream.range(0, 500).mapToDouble(i -> cosine(query, embeddings.row(i))).toArray();
    List<Integer> expected =
        IntStream.range(0, 500)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .limit(5)
            .toList();
    assertEquals(expected, embeddings.nearest(query, 5).stream().map(Match::row).toList());
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double p = 0;
    double q = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      p += (double) a[i] * a[i];
      q += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(p * q);
  }
}
