package dev.whippet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.Await;
import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.RuntimeApiDouble;
import dev.whippet.support.Wire;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/// Handlers that stream: what goes out when, and what becomes of their errors.
class ResponseStreamTest {
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";

  private static RecordedRequest reply(StreamHandler handler) {
    return FunctionRun.invoke(Whippet.builder().handler(handler), "event");
  }

  @Test
  void whatIsWrittenIsStreamed() {
    RecordedRequest reply =
        reply((event, response, context) -> {
          response.contentType("text/plain");
          response.write('<');
          response.write(event.readAllBytes());
          response.write("..>".getBytes(UTF_8), 1, 2);
        });
    assertEquals("/2018-06-01/runtime/invocation/only/response", reply.path());
    assertEquals("streaming", reply.header("Lambda-Runtime-Function-Response-Mode"));
    assertEquals("text/plain", reply.header("Content-Type"));
    assertEquals("<event.>", reply.text());
    assertEquals(1, reply.chunks().size(), "gathered");
  }

  @Test
  void nothingWrittenIsAnEmptyResponse() {
    RecordedRequest reply = reply((event, response, context) -> {});
    assertEquals("chunked", reply.header("Transfer-Encoding"));
    assertEquals("application/octet-stream", reply.header("Content-Type"));
    assertEquals(0, reply.body().length);
    assertNull(reply.trailer(ERROR_TYPE));
  }

  @Test
  void flushSendsAtOnce() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble()) {
      StringBuilder got = new StringBuilder();
      lambda.delivery(peer -> {
        peer.send(Wire.event("1", "e"));
        for (int b = peer.readByte(); got.append((char) b).indexOf("first") < 0; ) {
          b = peer.readByte();
        }
        peer.send(Wire.event("never", "read")); // the handler waits for this to have been reached
        peer.hold();
      });
      try (CapturedErr log = new CapturedErr()) {
        int status =
            FunctionRun.serve(
                lambda,
                (event, response, context) -> {
                  response.write("first".getBytes(UTF_8));
                  response.flush();
                  Await.until("the first bytes", () -> got.indexOf("first") > 0);
                });
        assertEquals(1, status, log::text);
      }
    }
  }

  @Test
  void anErrorBeforeTheFirstByteIsAnOrdinaryReport() {
    try (CapturedErr log = new CapturedErr()) {
      RecordedRequest reply =
          reply((event, response, context) -> {
            response.contentType("text/plain");
            throw new IOException("early");
          });
      assertEquals("/2018-06-01/runtime/invocation/only/error", reply.path());
      assertTrue(reply.text().contains("early"), reply::text);
      assertTrue(log.text().contains("RequestId: only the handler failed"), log::text);
    }
  }

  @Test
  void anErrorBehindTheFirstByteGoesIntoTheTrailer() {
    try (CapturedErr log = new CapturedErr()) {
      RecordedRequest reply =
          reply((event, response, context) -> {
            response.write('a');
            response.flush();
            response.write('b');
            throw new IOException("late\nin two lines");
          });
      assertEquals("ab", reply.text());
      assertEquals("Runtime.UserException", reply.trailer(ERROR_TYPE));
      String json = new String(Base64.getDecoder().decode(reply.trailer(ERROR_BODY)), UTF_8);
      assertTrue(json.startsWith("{\"errorMessage\":\"late\\nin two lines\""), json);
      assertTrue(log.text().contains("the handler failed"), log::text);
    }
  }

  @Test
  void aBrokenJvmInTheMiddleEndsTheProcessBehindTheTrailer() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "").event("2", "");
        CapturedErr log = new CapturedErr()) {
      FunctionRun.serve(
          lambda,
          (event, response, context) -> {
            response.write('a');
            response.flush();
            throw new OutOfMemoryError("heap");
          });
      assertEquals("Runtime.UserException", lambda.reply("1").trailer(ERROR_TYPE));
      assertEquals(0, lambda.replies("2").size());
      assertTrue(log.text().contains("the function ends"), log::text);
    }
  }

  @Test
  void aClosedStreamTakesNoMore() {
    RecordedRequest reply =
        reply((event, response, context) -> {
          response.write('a');
          response.close();
          response.close();
          response.flush();
          assertThrows(IOException.class, () -> response.write('b'));
        });
    assertEquals("a", reply.text());
    assertEquals("/2018-06-01/runtime/invocation/only/response", reply.path());
  }

  @Test
  void aPreludeGoesBeforeTheBody() throws IOException {
    RecordedRequest reply =
        reply((event, response, context) -> {
          response.http(
              HttpPrelude.status(201).header("X-A", "\u00fc").cookie("a=1; Secure").cookie("b=2"));
          response.write("body".getBytes(UTF_8));
        });
    assertEquals(
        "application/vnd.awslambda.http-integration-response", reply.header("Content-Type"));
    int end = reply.text().indexOf("\0".repeat(8));
    Map<String, Object> prelude = JSON.std.mapFrom(reply.text().substring(0, end));
    assertEquals(201, prelude.get("statusCode"));
    assertEquals(Map.of("X-A", "\u00fc"), prelude.get("headers"));
    assertEquals(List.of("a=1; Secure", "b=2"), prelude.get("cookies"));
    assertEquals("body", reply.text().substring(end + 8));
  }

  @Test
  void aPreludeIsSentEvenWithoutABody() {
    RecordedRequest reply =
        reply((event, response, context) -> response.http(HttpPrelude.status(204)));
    assertTrue(reply.text().startsWith("{\"statusCode\":204"), reply::text);
    assertTrue(reply.text().endsWith("}" + "\0".repeat(8)), reply::text);
  }

  @Test
  void aContentTypeBehindThePreludeDoesNotUndoIt() {
    RecordedRequest reply =
        reply((event, response, context) -> {
          response.http(HttpPrelude.status(200));
          response.contentType("text/plain");
          response.write('x');
        });
    assertEquals(
        "application/vnd.awslambda.http-integration-response", reply.header("Content-Type"));
  }

  @Test
  void anErrorBeforeThereWasAChunkToSendIsTheWholeAnswer() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "").event("2", "");
        CapturedErr log = new CapturedErr()) {
      AtomicReference<ResponseStream> left = new AtomicReference<>();
      FunctionRun.serve(
          lambda,
          (event, response, context) -> {
            if (left.get() != null) {
              // of the invocation before: what is written now would be in this one's answer
              assertThrows(IOException.class, () -> left.get().write('a'));
              assertThrows(IOException.class, () -> left.get().flush());
              response.write('b');
              return;
            }
            left.set(response);
            response.write('a');
            throw new IOException("early");
          });
      assertTrue(lambda.reply("1").text().startsWith("{\"errorMessage\":\"early\""));
      assertEquals("b", lambda.reply("2").text());
      assertTrue(log.text().contains("early"), log::text);
    }
  }

  @Test
  void aStreamThatHasEndedTakesNothingMore() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "").event("2", "")) {
      AtomicReference<ResponseStream> left = new AtomicReference<>();
      FunctionRun.serve(
          lambda,
          (event, response, context) -> {
            if (left.get() != null) {
              assertThrows(IOException.class, () -> left.get().write(new byte[20_000]));
            }
            left.set(response);
            response.write('b');
            response.flush();
          });
      assertEquals("b", lambda.reply("1").text());
      assertEquals("b", lambda.reply("2").text());
    }
  }

  @Test
  void whatComesTooLateIsRefused() {
    RecordedRequest reply =
        reply((event, response, context) -> {
          response.write('x');
          response.flush();
          assertThrows(IllegalStateException.class, () -> response.contentType("text/plain"));
          HttpPrelude prelude = HttpPrelude.status(200);
          assertThrows(IllegalStateException.class, () -> response.http(prelude));
        });
    assertEquals("x", reply.text());
    assertNull(reply.trailer(ERROR_TYPE), "the handler's own assertions");
    assertThrows(IllegalArgumentException.class, () -> HttpPrelude.status(99));
    assertThrows(IllegalArgumentException.class, () -> HttpPrelude.status(600));
  }

  @Test
  void serverSentEventsAsTheSpecificationHasThem() {
    RecordedRequest reply =
        reply((event, response, context) -> {
          ServerSentEvents events = ServerSentEvents.over(response);
          events.send("one\ntwo\r\nthree\rfour");
          events.send("tick", "7", "");
          events.comment("still\nhere");
          assertThrows(IllegalArgumentException.class, () -> events.send("a\nb", null, "x"));
          assertThrows(IllegalArgumentException.class, () -> events.send(null, "a\rb", "x"));
        });
    String text = reply.text();
    assertTrue(text.contains("text/event-stream; charset=utf-8"), text);
    assertTrue(text.contains("no-cache"), text);
    assertEquals(
        "data: one\ndata: two\ndata: three\ndata: four\n\nevent: tick\nid: 7\ndata: \n\n"
            .concat(": still\n: here\n\n"),
        text.substring(text.indexOf("\0".repeat(8)) + 8));
    assertTrue(reply.chunks().size() >= 3, "each at once");
  }

  @Test
  void aReaderThatStopsReadingStopsTheWriter() {
    AtomicLong written = new AtomicLong();
    AtomicLong accepted = new AtomicLong(-1);
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      lambda.delivery(peer -> {
        peer.send(Wire.event("1", "e"));
        Await.until(
            "a writer that waits",
            () -> {
              long before = written.get();
              pause();
              return before > 0 && before == written.get();
            });
        accepted.set(written.get());
        peer.reset();
      });
      FunctionRun.serve(
          lambda,
          (event, response, context) -> {
            byte[] part = new byte[64 * 1024];
            while (true) { // until the connection breaks
              response.write(part);
              written.addAndGet(part.length);
            }
          });
      assertTrue(accepted.get() < 64 * 1024 * 1024, () -> accepted + " bytes were taken by no one");
      assertTrue(log.text().contains("may not have reached Lambda"), log::text);
      assertFalse(log.text().contains("the handler failed"), "what it met is not its own");
    }
  }

  @Test
  void aConnectionThatBreaksUnderAFlushIsNoFailureOfTheHandler() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      lambda.delivery(peer -> {
        peer.send(Wire.event("1", "e"));
        peer.skipUntil("first");
        peer.reset();
        peer.hold();
      });
      FunctionRun.serve(
          lambda,
          (event, response, context) -> {
            response.write("first".getBytes(UTF_8));
            while (true) { // until the connection breaks
              response.flush();
              response.write('x');
            }
          });
      assertTrue(log.text().contains("may not have reached Lambda"), log::text);
      assertFalse(log.text().contains("the handler failed"), log::text);
    }
  }

  @Test
  void aRefusedStreamIsLogged() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "e");
        CapturedErr log = new CapturedErr()) {
      lambda.answer("/1/response", Wire.response(410, "too late"));
      FunctionRun.serve(lambda, (event, response, context) -> response.write('x'));
      assertTrue(
          log.text().contains("RequestId: 1 Lambda refused the reply with status 410: too late"),
          log::text);
    }
  }

  @Test
  void largeAndSmallWritesKeepTheirOrder() {
    String small = "s".repeat(5000);
    String large = "l".repeat(20_000);
    RecordedRequest reply =
        reply((event, response, context) -> {
          for (String part : new String[] {small, small, large, small}) {
            response.write(part.getBytes(UTF_8));
          }
        });
    assertEquals(small + small + large + small, reply.text());
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
