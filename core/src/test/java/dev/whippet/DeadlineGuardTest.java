package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.Await;
import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// The guard that logs where a handler is shortly before its deadline.
class DeadlineGuardTest {
  private static String event(String id, long deadline) {
    return ("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: " + id)
        .concat("\r\nLambda-Runtime-Deadline-Ms: " + deadline + "\r\nContent-Length: 2\r\n\r\n{}");
  }

  private static void blockInTheUsersCode(CountDownLatch logged) throws InterruptedException {
    logged.await();
  }

  @Test
  void logsTheStackOnceWithTheRequestId() {
    CountDownLatch logged = new CountDownLatch(1);
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      lambda.delivery(event("in-time", Long.MAX_VALUE));
      lambda.delivery(event("slow", System.currentTimeMillis() + 1_000)).event("after", "{}").end();
      Whippet.Builder function =
          Whippet.builder()
              .deadlineGuard(Duration.ofMillis(900))
              .handler(
                  Object.class,
                  Object.class,
                  (event, context) -> {
                    if (context.requestId().equals("slow")) {
                      blockInTheUsersCode(logged);
                    }
                    return event;
                  });
      FunctionRun run = FunctionRun.start(lambda, function);
      Await.until("the log", () -> log.text().contains("the handler is still running"));
      Await.until("the whole log", () -> log.text().contains("blockInTheUsersCode"));
      logged.countDown();
      assertEquals(1, run.status());
      String text = log.text();
      assertTrue(text.contains("RequestId: slow the handler is still running"), text);
      assertEquals(2, text.split("is still running", -1).length, text);
      assertTrue(text.contains("in thread function, state WAITING"), text);
      assertFalse(text.contains("dev.whippet.internal"), text);
      Await.until("the guard's end", () -> guards() == 0);
    }
  }

  @Test
  void withoutADeadlineItIsSilent() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      lambda.delivery(
          "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 2\r\n\r\n{}");
      Whippet.Builder function =
          Whippet.builder()
              .deadlineGuard(Duration.ofDays(1))
              .handler(
                  Object.class,
                  Object.class,
                  (event, context) -> {
                    Await.until("a guard that waits", DeadlineGuardTest::guardIsParked);
                    return event;
                  });
      assertEquals(1, FunctionRun.serve(lambda, function));
      assertFalse(log.text().contains("still running"), log::text);
    }
  }

  private static boolean guardIsParked() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("whippet-deadline-guard"))
        .anyMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING);
  }

  private static long guards() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("whippet-deadline-guard"))
        .count();
  }

  @Test
  void aMarginIsPositive() {
    Whippet.Builder function = Whippet.builder();
    for (Duration margin : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
      assertThrows(IllegalArgumentException.class, () -> function.deadlineGuard(margin));
    }
  }
}
