package dev.whippet.examples.simdsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimdSearchTest {
  private static final SimdSearch SEARCH = new SimdSearch();

  @Test
  void aRowIsItsOwnNearestAndQuantisationFindsNearlyAll() {
    double recall = 0;
    for (int row = 0; row < 50; row++) {
      SimdSearch.Result result = SEARCH.handle(new SimdSearch.Query(null, row * 199, 10), null);
      assertEquals(row * 199, result.matches().getFirst().row());
      assertEquals(1, result.matches().getFirst().score(), 1e-6);
      assertEquals(row * 199, result.quantized().getFirst().row());
      assertEquals(10, result.quantized().size());
      recall += result.recall() / 50;
    }
    System.out.println("recall of 10 among 10,000 with bytes: " + recall);
    assertTrue(recall > 0.9, "recall " + recall);
  }

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

  @Test
  void aVectorMayBeAnything() {
    List<Double> vector = DoubleStream.iterate(0, x -> x + 1).limit(768).boxed().toList();
    SimdSearch.Result result = SEARCH.handle(new SimdSearch.Query(vector, 0, 3), null);
    assertEquals(3, result.matches().size());
    assertTrue(result.matches().get(0).score() >= result.matches().get(2).score());
  }

  @Test
  void queriesOutOfRangeAreRefusedByName() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SEARCH.handle(new SimdSearch.Query(null, 10_000, 3), null));
    assertThrows(
        IllegalArgumentException.class,
        () -> SEARCH.handle(new SimdSearch.Query(null, 1, 0), null));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> SEARCH.handle(new SimdSearch.Query(List.of(1.0), 1, 1), null));
    assertEquals("vector has 1 numbers: expected 768", e.getMessage());
  }
}
