package dev.whippet.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pausesABoundedNumberOfTimesAndAgainAfterAReset() {
    Backoff backoff = new Backoff();
    assertEquals(5, pauses(backoff));
    assertFalse(backoff.pause());
    backoff.reset();
    assertTrue(backoff.pause());
  }

  @Test
  void eachPauseIsNoShorterThanItSays() {
    Backoff backoff = new Backoff();
    long start = System.nanoTime();
    assertTrue(backoff.pause());
    long first = System.nanoTime() - start;
    assertTrue(first >= 50_000_000, () -> first + " ns");
    assertTrue(backoff.pause());
    long both = System.nanoTime() - start;
    assertTrue(both >= 150_000_000, () -> both + " ns");
  }

  @Test
  void anInterruptNeitherShortensItNorIsItLost() {
    Thread.currentThread().interrupt();
    long start = System.nanoTime();
    try {
      assertTrue(new Backoff().pause());
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertTrue(System.nanoTime() - start >= 50_000_000);
  }

  private static int pauses(Backoff backoff) {
    int count = 0;
    while (backoff.pause()) {
      count++;
    }
    return count;
  }
}
