package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final float[] QUERY = {1, 2, 3};

  @Test
  void theDirectionCountsAndNotTheLength() {
    assertEquals(1, Similarity.nearest(QUERY, new float[][] {{3, 2, 1}, {10, 20, 30}, {1, 2, 0}}));
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Similarity.nearest(QUERY, new float[][] {{1, 2}}));
  }
}
