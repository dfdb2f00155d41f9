package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static Attempt attempt(String requestId) {
    return new Attempt(requestId, "invocation of " + requestId, ResponseSink.NONE);
  }

  /// Answers an attempt, and says when the answer's memory is free.
  private static CountDownLatch answer(Attempt attempt) throws InterruptedException {
    CountDownLatch forgotten = new CountDownLatch(1);
    byte[] payload = new byte[1024];
    Cleaner.create().register(payload, forgotten::countDown);
    assertEquals(Attempt.State.WAITING, attempt.begin());
    assertTrue(attempt.claim());
    attempt.complete(Answer.response(payload, Map.of()));
    assertSame(payload, attempt.await(Duration.ofSeconds(60)).payload);
    return forgotten;
  }

  @Test
  void anAttemptThatIsOverIsRememberedWithoutItsAnswer() throws InterruptedException {
    Attempts attempts = new Attempts();
    Attempt attempt = attempt("1");
    attempts.add(attempt);
    CountDownLatch forgotten = answer(attempt);
    for (int i = 0; i < 100 && forgotten.getCount() > 0; i++) {
      System.gc();
      forgotten.await(100, TimeUnit.MILLISECONDS);
    }
    assertEquals(0, forgotten.getCount());
    assertSame(attempt, attempts.find("1"));
    assertEquals(Attempt.State.ANSWERED, attempt.begin());
  }

  @Test
  void theOldestThatAreOverAreForgottenAboveAThousand() throws InterruptedException {
    Attempts attempts = new Attempts();
    Attempt underWay = attempt("under way");
    attempts.add(underWay);
    for (int i = 0; i < 1001; i++) {
      Attempt attempt = attempt("id-" + i);
      attempts.add(attempt);
      attempt.claim();
    }
    assertEquals(List.of(underWay), attempts.underWay());
    assertNull(attempts.find("id-0"));
    assertEquals("id-1000", attempts.find("id-1000").requestId());
  }
}
