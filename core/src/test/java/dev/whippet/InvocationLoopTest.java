package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.Await;
import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import dev.whippet.support.ScriptedServer.Script;
import dev.whippet.support.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The loop against a server that refuses, breaks off, or keeps silent.
class InvocationLoopTest {
  private static final String NEXT = "GET /2018-06-01/runtime/invocation/next";

  private final RuntimeApiDouble lambda = new RuntimeApiDouble();
  private final List<String> handled = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    lambda.close();
  }

  private Whippet.Builder function() {
    return Whippet.builder()
        .handler(
            String.class,
            String.class,
            (event, context) -> {
              handled.add(event);
              if (event.equals("fail")) {
                throw new IllegalStateException("failed");
              }
              return event;
            });
  }

  /// Serves to the end, and says what was logged.
  private String serve() {
    try (CapturedErr log = new CapturedErr()) {
      assertEquals(1, FunctionRun.serve(lambda, function()));
      return log.text();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 410, 413})
  void aRefusedResponseIsLoggedAndTheNextEventIsServed(int status) {
    lambda.answer("/1/response", Wire.response(status, "{\"errorType\":\"because\"}"));
    lambda.event("1", "\"a\"").event("2", "\"b\"");
    String log = serve();
    assertEquals(1, lambda.replies("1").size(), "no second report");
    assertEquals("\"b\"", lambda.reply("2").text());
    assertTrue(
        log.contains("RequestId: 1 Lambda refused the reply with status " + status + ": "), log);
    assertTrue(log.contains("because"), log);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 410, 413})
  void aRefusedErrorReportIsLoggedAndTheNextEventIsServed(int status) {
    lambda.answer("/1/error", Wire.response(status, "because"));
    lambda.event("1", "\"fail\"").event("2", "\"b\"");
    String log = serve();
    assertEquals(1, lambda.replies("1").size());
    assertEquals("\"b\"", lambda.reply("2").text());
    assertTrue(log.contains("refused the reply with status " + status + ": because"), log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "\"fail\""})
  void status500OnAReplyEndsTheProcess(String event) {
    lambda.answer(event.equals("\"a\"") ? "/1/response" : "/1/error", Wire.response(500, "end"));
    lambda.event("1", event).event("2", "\"b\"");
    String log = serve();
    assertEquals(List.of(event.replace("\"", "")), handled);
    assertEquals(1, lambda.requests(NEXT).size());
    assertTrue(log.contains("the function ends: the Runtime API answered 500"), log);
  }

  @Test
  void status500OnNextEndsTheProcessAtOnce() {
    serve();
    assertEquals(1, lambda.requests(NEXT).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n",
        "nonsense\r\n\r\n",
        ""
      })
  void failuresOfNextAreFewAndBounded(String wire) {
    for (int i = 0; i < 50; i++) {
      lambda.delivery(peer -> {
        peer.send(wire);
        peer.fin();
      });
    }
    String log = serve();
    int count = lambda.requests(NEXT).size();
    assertEquals(6, count, "tries before the function ends");
    assertEquals(5, log.split("no event, trying again", -1).length - 1, log);
    assertTrue(log.contains("the function ends"), log);
    assertEquals(List.of(), handled);
  }

  @Test
  void anEventBetweenFailuresStartsTheTriesAgain() {
    for (int i = 0; i < 3; i++) {
      lambda.delivery(Wire.response(403, "no")).delivery(Wire.response(403, "no"));
      lambda.event("id-" + i, "\"" + i + "\"");
    }
    serve();
    assertEquals(List.of("0", "1", "2"), handled);
    assertEquals(10, lambda.requests(NEXT).size());
  }

  @Test
  void aServerThatIsNotThereIsTriedABoundedNumberOfTimes() throws IOException {
    try (Socket reserved = new Socket(); // a port that no one else gets, and no one listens at
        CapturedErr log = new CapturedErr()) {
      reserved.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      String authority = "127.0.0.1:" + reserved.getLocalPort();
      int status = function().serve(Map.of("AWS_LAMBDA_RUNTIME_API", authority));
      assertEquals(1, status);
      assertEquals(
          5, log.text().split("trying again: cannot reach " + authority, -1).length - 1, log::text);
      assertTrue(log.text().contains("cannot reach " + authority), log::text);
    }
  }

  private static Script thenEnd(Script script, boolean reset) {
    return peer -> {
      script.run(peer);
      if (reset) {
        peer.reset();
      } else {
        peer.fin();
      }
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTruncatedEventIsNeverHandled(boolean reset) {
    String whole = Wire.event("1", "\"a\"");
    String chunked = Wire.chunkedEvent("1", "\"abcdef\"", 4);
    lambda.delivery(thenEnd(peer -> peer.send(whole.substring(0, whole.length() - 1)), reset));
    lambda.delivery(thenEnd(peer -> peer.send(whole.substring(0, 60)), reset));
    lambda.delivery(thenEnd(peer -> peer.send(chunked.substring(0, chunked.length() - 5)), reset));
    lambda.delivery(thenEnd(peer -> peer.send(chunked.substring(0, chunked.length() - 10)), reset));
    lambda.event("2", "\"b\"");
    serve();
    assertEquals(List.of("b"), handled);
    assertEquals("\"b\"", lambda.reply("2").text());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConnectionThatDiesBetweenEventsIsReplacedUnnoticed(boolean reset) {
    for (int i = 0; i < 10; i++) {
      String event = Wire.event("id-" + i, "\"" + i + "\"");
      lambda.delivery(thenEnd(peer -> peer.send(event), reset));
    }
    lambda.end();
    Whippet.Builder function =
        Whippet.builder()
            .handler(
                String.class,
                String.class,
                (event, context) -> {
                  Await.until("the connection to die", () -> lambda.openConnections() == 0);
                  return event;
                });
    try (CapturedErr log = new CapturedErr()) {
      assertEquals(1, FunctionRun.start(lambda, function).status());
      assertFalse(log.text().contains("may not have reached"), log::text);
    }
    for (int i = 0; i < 10; i++) {
      assertEquals("\"" + i + "\"", lambda.reply("id-" + i).text());
    }
  }

  @Test
  void anIdleConnectionThatDiesIsReplacedWithoutAWord() {
    lambda.event("1", "\"a\"").delivery(peer -> peer.reset()).event("2", "\"b\"");
    lambda.delivery(peer -> peer.fin()).event("3", "\"c\"");
    String log = serve();
    assertEquals(List.of("a", "b", "c"), handled);
    assertFalse(log.contains("trying again"), log);
  }

  @Test
  void aReplyWithoutAnAnswerIsLoggedAndNotSentTwice() {
    lambda.answer("/1/response", "HTTP/1.1 202 Acc");
    lambda.delivery(peer -> {
      peer.send(Wire.event("1", "\"a\""));
      peer.readRequest();
      peer.reset();
    });
    lambda.event("2", "\"b\"");
    String log = serve();
    assertEquals(1, lambda.replies("1").size());
    assertEquals("\"b\"", lambda.reply("2").text());
    assertTrue(
        log.contains("RequestId: 1 the reply may not have reached Lambda, and is not sent twice"),
        log);
  }

  @Test
  void eventsAsLambdaSendsThemInManyForms() {
    lambda.delivery(Wire.chunkedEvent("1", "\"\u20ac\"", 1));
    lambda.delivery(peer -> peer.drip(Wire.event("2", "\"dripped\"")));
    lambda.delivery("HTTP/1.1 100 Continue\r\n\r\n" + Wire.event("3", "\"after 1xx\""));
    lambda.delivery(Wire.event("4", "\"one dot zero\"").replace("HTTP/1.1", "HTTP/1.0"));
    lambda.delivery(Wire.event("5", "\"closed\"").replace("OK\r\n", "OK\r\nConnection: close\r\n"));
    serve();
    assertEquals(List.of("\u20ac", "dripped", "after 1xx", "one dot zero", "closed"), handled);
    for (int i = 1; i <= 5; i++) {
      assertEquals("\"" + handled.get(i - 1) + "\"", lambda.reply("" + i).text());
    }
  }

  @Test
  void silenceOnNextIsWaitedFor() throws InterruptedException {
    lambda.delivery(peer -> {
      Thread.sleep(Long.getLong("whippet.silence.ms", 300));
      peer.send(Wire.event("1", "\"late\""));
    });
    String log = serve();
    assertEquals(List.of("late"), handled);
    assertEquals(2, lambda.requests(NEXT).size(), "asked once for the event, once for the end");
    assertEquals(1, lambda.connections());
    assertFalse(log.contains("trying again"), log);
  }

  /// Serves with an interrupt at a moment at which the function waits for the server.
  private String serveWithInterrupt(String awaitedRequest, CountDownLatch interrupted) {
    lambda.end();
    try (CapturedErr log = new CapturedErr()) {
      FunctionRun run = FunctionRun.start(lambda, function());
      lambda.awaitRequests(awaitedRequest, 1);
      Await.untilBlocked(run.thread(), "await");
      run.thread().interrupt();
      Await.until("the interrupt's end", () -> !run.thread().isInterrupted());
      interrupted.countDown();
      assertEquals(1, run.status(), log::text);
      return log.text();
    }
  }

  @Test
  void anInterruptWhileWaitingLosesNoEvent() {
    CountDownLatch interrupted = new CountDownLatch(1);
    lambda.delivery(peer -> {
      interrupted.await();
      peer.send(Wire.event("1", "\"a\""));
    });
    String log = serveWithInterrupt(NEXT, interrupted);
    assertEquals(List.of("a"), handled);
    assertEquals("\"a\"", lambda.reply("1").text());
    assertEquals(1, lambda.connections());
    assertFalse(log.contains("trying again"), log);
  }

  @Test
  void anInterruptDuringAReplyLosesNoReply() {
    CountDownLatch interrupted = new CountDownLatch(1);
    lambda.delivery(peer -> {
      peer.send(Wire.event("1", "\"a\""));
      peer.readRequest();
      interrupted.await();
      peer.send(Wire.ACCEPTED);
    });
    lambda.event("2", "\"b\"");
    String log = serveWithInterrupt("POST /2018-06-01/runtime/invocation/1/response", interrupted);
    assertEquals(List.of("a", "b"), handled);
    assertEquals("\"a\"", lambda.reply("1").text());
    assertEquals(1, lambda.connections());
    assertFalse(log.contains("may not have reached"), log);
  }
}
