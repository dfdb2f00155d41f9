package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.Await;
import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.RuntimeApiDouble;
import dev.whippet.support.ScriptedServer;
import dev.whippet.support.ScriptedServer.Script;
import dev.whippet.support.Wire;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Several events at a time: AWS_LAMBDA_MAX_CONCURRENCY above 1.
class ConcurrencyTest {
  private static final int WORKERS = 8;

  private static FunctionRun start(RuntimeApiDouble lambda, Whippet.Builder function) {
    return FunctionRun.start(lambda, function, "AWS_LAMBDA_MAX_CONCURRENCY", " " + WORKERS);
  }

  @Test
  void eachWorkerHasAConnectionAndEveryReplyMatches() {
    CyclicBarrier together = new CyclicBarrier(WORKERS); // passes only if all are busy at a time
    AtomicInteger instances = new AtomicInteger();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      for (int i = 0; i < 20 * WORKERS; i++) {
        lambda.event("id-" + i, "\"" + i + "\"");
      }
      FunctionRun run =
          start(
              lambda,
              Whippet.builder()
                  .handler(() -> {
                    instances.incrementAndGet();
                    return new Handler<String, String>() {
                      @Override
                      public String handle(String event, Context context)
                          throws InterruptedException, BrokenBarrierException {
                        threads.add(Thread.currentThread());
                        together.await();
                        return context.requestId() + "=" + event;
                      }
                    };
                  }));
      lambda.awaitRequests("/response", 20 * WORKERS);
      lambda.end();
      assertEquals(1, run.status(), log::text);
      assertEquals(1, instances.get());
      assertEquals(WORKERS, threads.size());
      assertEquals(WORKERS, lambda.connections());
      for (int i = 0; i < 20 * WORKERS; i++) {
        assertEquals("\"id-" + i + "=" + i + "\"", lambda.reply("id-" + i).text());
      }
    }
  }

  @Test
  void oneWorkersFailureDoesNotEndTheOthers() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble()) {
      lambda.answer("/bad/response", Wire.response(403, "not now"));
      lambda.event("bad", "\"x\"").event("1", "\"fail\"").event("2", "\"b\"");
      FunctionRun run =
          start(
              lambda,
              Whippet.builder()
                  .handler(
                      String.class,
                      String.class,
                      (event, context) -> {
                        if (event.equals("fail")) {
                          throw new IllegalStateException("failed");
                        }
                        return event;
                      }));
      lambda.awaitRequests("/response", 2);
      lambda.awaitRequests("/error", 1);
      lambda.event("late", "\"c\"");
      lambda.awaitRequests("/late/response", 1);
      for (int i = 0; i < WORKERS; i++) {
        lambda.end();
      }
      assertEquals(1, run.status());
      assertTrue(lambda.reply("1").path().endsWith("/error"));
      assertEquals("\"c\"", lambda.reply("late").text());
    }
  }

  private static int serveTwo(ScriptedServer server) {
    return Whippet.builder()
        .handler(String.class, String.class, (event, context) -> event)
        .serve(FunctionRun.environment(server, "AWS_LAMBDA_MAX_CONCURRENCY", "2"));
  }

  @Test
  void aWorkerWithoutEventsGoesOnTryingWhileAnotherIsServed() {
    CountDownLatch recovered = new CountDownLatch(1);
    Script served =
        peer -> {
          peer.readRequest();
          recovered.await();
          peer.send(Wire.response(500, "the end"));
        };
    Script refused =
        peer -> {
          for (int i = 0; i < 7; i++) { // one more than one worker alone would try
            peer.readRequest();
            peer.send(Wire.response(403, "not now"));
          }
          peer.readRequest();
          peer.send(Wire.event("1", "\"late\""));
          peer.readRequest();
          peer.send(Wire.ACCEPTED);
          recovered.countDown();
          peer.hold();
        };
    try (ScriptedServer server = ScriptedServer.sequence(served, refused);
        CapturedErr log = new CapturedErr()) {
      assertEquals(1, serveTwo(server), log::text);
      assertEquals("\"late\"", server.requests("/1/response").getFirst().text());
      assertEquals(7, log.text().split("trying again", -1).length - 1, log::text);
    }
  }

  @Test
  void whenNoWorkerIsServedTheProcessEnds() {
    try (ScriptedServer server =
            new ScriptedServer(peer -> {
              while (peer.readRequest() != null) {
                peer.send(Wire.response(403, "not now"));
              }
            });
        CapturedErr log = new CapturedErr()) {
      assertEquals(1, serveTwo(server), log::text);
      int tries = server.requests("/next").size();
      assertTrue(tries >= 12 && tries <= 14, () -> tries + " tries");
      assertTrue(log.text().contains("the function ends: "), log::text);
    }
  }

  @Test
  void whomLambdaAsksToEndEndsTheProcess() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "\"x\"");
        CapturedErr log = new CapturedErr()) {
      lambda.answer("/1/response", Wire.response(500, "container error"));
      FunctionRun run =
          start(
              lambda,
              Whippet.builder().handler(String.class, String.class, (event, context) -> event));
      assertEquals(1, run.status(), log::text); // though the other workers are still asking
    }
  }

  @Test
  void aBrokenJvmEndsTheProcessWhateverTheOthersDo() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "1");
        CapturedErr log = new CapturedErr()) {
      FunctionRun run =
          start(
              lambda,
              Whippet.builder()
                  .handler(
                      Object.class,
                      Object.class,
                      (event, context) -> {
                        throw new OutOfMemoryError("heap");
                      }));
      assertEquals(1, run.status(), log::text);
      assertTrue(lambda.reply("1").text().contains("java.lang.OutOfMemoryError"));
      for (int i = 1; i < WORKERS; i++) {
        lambda.end(); // in this process, they go on
      }
      Await.until("the other workers' end", () -> lambda.openConnections() == 0);
    }
  }

  @Test
  void anInitErrorIsReportedOnce() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      FunctionRun run = start(lambda, Whippet.builder().handler(() -> "no handler"));
      assertEquals(1, run.status());
      List<RecordedRequest> requests = lambda.requests();
      assertEquals(1, requests.size(), log::text);
      assertNotEquals(requests, lambda.requests("GET"));
    }
  }
}
