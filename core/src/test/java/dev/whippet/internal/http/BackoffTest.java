package dev.whippet.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void isExhaustedAfterFivePauses() {
    Backoff backoff = new Backoff();
    for (int i = 0; i < 5; i++) {
      assertFalse(backoff.isExhausted());
      backoff.pause();
    }
    assertTrue(backoff.isExhausted());
  }

  @Test
  void eachPauseIsNoShorterThanItSays() {
    Backoff backoff = new Backoff();
    long start = System.nanoTime();
    backoff.pause();
    long first = System.nanoTime() - start;
    assertTrue(first >= 50_000_000, () -> first + " ns");
    backoff.pause();
    long both = System.nanoTime() - start;
    assertTrue(both >= 150_000_000, () -> both + " ns");
  }

  @Test
  void anInterruptNeitherShortensItNorIsItLost() {
    Thread.currentThread().interrupt();
    long start = System.nanoTime();
    try {
      new Backoff().pause();
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertTrue(System.nanoTime() - start >= 50_000_000);
  }

  @Test
  void whatMayPassIsTriedSixTimesAndTheRestOnce() {
    int[] tries = {0};
    Backoff.Attempt<String> fails =
        () -> {
          throw new EOFException("try " + ++tries[0]);
        };
    IOException last =
        assertThrows(EOFException.class, () -> Backoff.retry(EOFException.class, fails));
    assertEquals("try 6", last.getMessage());
    assertThrows(EOFException.class, () -> Backoff.retry(ConnectException.class, fails));
    assertEquals(7, tries[0]);
  }

  @Test
  void aTryThatSucceedsIsTheLast() throws IOException {
    int[] tries = {0};
    Backoff.Attempt<Integer> succeedsAtLast =
        () -> {
          if (++tries[0] < 3) {
            throw new EOFException();
          }
          return tries[0];
        };
    assertEquals(3, Backoff.retry(IOException.class, succeedsAtLast));
  }
}
