package dev.whippet.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.runtimeapi.RequestNotSentException;
import dev.whippet.support.Await;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.ScriptedServer;
import dev.whippet.support.ScriptedServer.Script;
import dev.whippet.support.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections that break at every moment: what is sent again, and what is never.
class HttpClientTest {
  private static final byte[] BODY = {'b', 'o', 'd', 'y'};

  private static final Script ANSWER =
      peer -> {
        while (peer.readRequest() != null) {
          peer.send(Wire.ACCEPTED);
        }
      };

  private static int post(HttpClient client) throws IOException {
    return client.post(Responses.post(4), BODY, 0, 4).status();
  }

  /// One answer, and then the script.
  private static Script answerThen(Script script) {
    return peer -> {
      peer.readRequest();
      peer.send(Wire.ACCEPTED);
      script.run(peer);
    };
  }

  private static void awaitPeerEnd(HttpClient client, ScriptedServer server) throws IOException {
    assertEquals(202, client.get(Responses.get()).status());
    Await.until("the server to close", () -> server.openConnections() == 0);
  }

  @Test
  void aConnectionClosedWhileIdleIsReplacedUnnoticed() throws IOException {
    for (Script end : new Script[] {peer -> peer.fin(), peer -> peer.reset()}) {
      try (ScriptedServer server =
              ScriptedServer.sequence(answerThen(end), answerThen(end), ANSWER);
          HttpClient client = new HttpClient(Responses.address(server))) {
        awaitPeerEnd(client, server);
        awaitPeerEnd(client, server);
        assertEquals(202, post(client));
        assertEquals(3, server.connections());
        assertEquals(1, server.requests("POST /").size());
      }
    }
  }

  @Test
  void aGetOnAConnectionThatDiesUnansweredIsSentOnceMore() throws IOException {
    Script dies =
        answerThen(peer -> {
          peer.readRequest();
          peer.reset();
        });
    try (ScriptedServer server = ScriptedServer.sequence(dies, ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      assertEquals(202, client.get(Responses.get()).status());
      assertEquals(202, client.get(Responses.get()).status());
      assertEquals(3, server.requests("GET /").size());
    }
    try (ScriptedServer server = ScriptedServer.sequence(dies, peer -> peer.fin());
        HttpClient client = new HttpClient(Responses.address(server))) {
      assertEquals(202, client.get(Responses.get()).status());
      assertThrows(IOException.class, () -> client.get(Responses.get()));
      assertEquals(2, server.connections(), "once more, and not for ever");
    }
  }

  @Test
  void aGetWhoseAnswerHasBegunIsNotSentAgain() {
    Script breaksOff =
        answerThen(peer -> {
          peer.readRequest();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
          peer.reset();
        });
    try (ScriptedServer server = ScriptedServer.sequence(breaksOff, ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      assertEquals(202, client.get(Responses.get()).status());
      assertThrows(IOException.class, () -> client.get(Responses.get()));
      assertEquals(1, server.connections());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPostThatMayHaveArrivedIsNeverSentAgain() throws IOException {
    Script[] ends = {
      peer -> peer.fin(),
      peer -> peer.reset(),
      peer -> {
        peer.send("HTTP/1.1 20");
        peer.fin();
      }
    };
    for (Script end : ends) {
      Script dies =
          answerThen(peer -> {
            peer.readRequest();
            end.run(peer);
          });
      try (ScriptedServer server = ScriptedServer.sequence(dies, ANSWER);
          HttpClient client = new HttpClient(Responses.address(server))) {
        assertEquals(202, client.get(Responses.get()).status());
        IOException fault = assertThrows(IOException.class, () -> post(client));
        assertFalse(fault instanceof RequestNotSentException);
        assertEquals(1, server.requests("POST /").size());
        assertEquals(202, post(client), "the next request has a connection of its own");
        assertEquals(2, server.connections());
      }
    }
  }

  @Test
  void aLargePostThatIsCutOffIsNotSentAgain() throws IOException {
    byte[] large = new byte[8 * 1024 * 1024];
    Script cutsOff =
        peer -> {
          for (int i = 0; i < 1000; i++) {
            peer.readByte();
          }
          peer.reset();
        };
    try (ScriptedServer server = ScriptedServer.sequence(cutsOff, ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      assertThrows(
          IOException.class,
          () -> client.post(Responses.post(large.length), large, 0, large.length));
      assertEquals(1, server.connections());
    }
  }

  @Test
  void aServerThatCannotBeReachedIsTriedABoundedNumberOfTimes() throws IOException {
    try (Socket reserved = new Socket()) { // a port that no one else gets, and no one listens at
      reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int port = reserved.getLocalPort();
      try (HttpClient client =
          new HttpClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
        RequestNotSentException fault =
            assertThrows(RequestNotSentException.class, () -> post(client));
        assertTrue(
            fault.getMessage().matches("cannot reach .*:" + port + ": .*"), fault::getMessage);
      }
    }
  }

  @Test
  void anUnaskedResponseIsNotTakenForTheAnswer() throws IOException {
    Script speaksUnasked =
        peer -> {
          peer.readRequest();
          peer.send(Wire.ACCEPTED + Wire.response(500, "unasked"));
          peer.hold();
        };
    try (ScriptedServer server = ScriptedServer.sequence(speaksUnasked, ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      assertEquals(202, client.get(Responses.get()).status());
      assertEquals(202, post(client));
      assertEquals(2, server.connections());
    }
  }

  @Test
  void anInterruptFlagDoesNoHarmAndStays() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      Thread.currentThread().interrupt();
      assertEquals(202, client.get(Responses.get()).status());
      assertEquals(202, post(client));
      ChunkedBody body = client.stream(chunkedHead());
      body.write(BODY, 0, 4);
      assertEquals(202, body.end(new RequestHead()).status());
      assertTrue(Thread.interrupted());
      assertEquals(1, server.connections());
    } finally {
      Thread.interrupted();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void anInterruptWhileWaitingIsPutAside(String method) throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    Script answersLate =
        peer -> {
          peer.readRequest();
          interrupted.await();
          peer.send(Wire.ACCEPTED);
          ANSWER.run(peer);
        };
    try (ScriptedServer server = new ScriptedServer(answersLate);
        HttpClient client = new HttpClient(Responses.address(server))) {
      FutureTask<Integer> request =
          new FutureTask<>(() -> {
            int status = method.equals("GET") ? client.get(Responses.get()).status() : post(client);
            return Thread.interrupted() ? status : -1;
          });
      Thread thread = Thread.ofPlatform().start(request);
      server.awaitRequests(method + " /", 1);
      Await.untilBlocked(thread, "await");
      thread.interrupt();
      thread.interrupt();
      Await.until("the selector to wait again", () -> !thread.isInterrupted());
      Await.untilBlocked(thread, "await");
      interrupted.countDown();
      assertEquals(202, request.get());
      assertEquals(202, post(client));
      assertEquals(1, server.connections());
      assertEquals(1, server.requests("GET /").size() + server.requests("POST /").size() - 1);
    }
  }

  @Test
  void anInterruptWhileTheServerDoesNotReadLosesNothing() throws Exception {
    byte[] large = new byte[16 * 1024 * 1024];
    CountDownLatch interrupted = new CountDownLatch(1);
    Script readsLate =
        peer -> {
          interrupted.await();
          ANSWER.run(peer);
        };
    try (ScriptedServer server = new ScriptedServer(readsLate);
        HttpClient client = new HttpClient(Responses.address(server))) {
      FutureTask<Integer> request =
          new FutureTask<>(
              () -> client.post(Responses.post(large.length), large, 0, large.length).status());
      Thread thread = Thread.ofPlatform().start(request);
      Await.untilBlocked(thread, "await");
      thread.interrupt();
      Await.until("the selector to wait again", () -> !thread.isInterrupted());
      interrupted.countDown();
      assertEquals(202, request.get());
      assertEquals(large.length, server.requests("POST /").getFirst().body().length);
      assertEquals(1, server.connections());
    }
  }

  @Test
  void closingEndsARequestThatWaits() {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.hold())) {
      HttpClient client = new HttpClient(Responses.address(server));
      AtomicReference<Throwable> fault = new AtomicReference<>();
      Thread thread =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  client.get(Responses.get());
                } catch (IOException e) {
                  fault.set(e);
                }
              });
      Await.untilBlocked(thread, "await");
      client.close();
      Await.until("an end", () -> fault.get() != null);
      assertThrows(IOException.class, () -> client.get(Responses.get()));
      assertEquals(1, server.connections());
    }
  }

  private static RequestHead chunkedHead() {
    return new RequestHead()
        .start("POST", "/s")
        .text(" HTTP/1.1\r\n")
        .header("Transfer-Encoding", "chunked")
        .end();
  }

  @Test
  void chunksOfEverySizeAddUp() throws IOException {
    byte[] all = new byte[100_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i % 251);
    }
    try (ScriptedServer server = new ScriptedServer(ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      for (int size : new int[] {1, 8191, 8192, 8193, 16 * 1024, 16 * 1024 + 1, 100_000}) {
        ChunkedBody body = client.stream(chunkedHead());
        for (int at = 0; at < all.length; at += size) {
          body.write(all, at, Math.min(size, all.length - at));
        }
        body.flush();
        body.flush();
        assertEquals(202, body.end(new RequestHead().header("T", "v")).status());
        RecordedRequest request = server.requests("POST /s").getLast();
        assertArrayEquals(all, request.body());
        assertEquals("v", request.trailer("T"));
        assertTrue(request.chunks().stream().allMatch(chunk -> chunk <= Math.max(8192, size)));
      }
    }
  }

  @Test
  void headsOfAnyLengthAndScriptArriveAsTheyAre() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      for (String value :
          new String[] {"gr\u00fc\u00df \u20ac \ud83d\ude00 end", "v".repeat(40_000)}) {
        assertEquals(
            202,
            client
                .get(
                    new RequestHead()
                        .start("GET", "/h")
                        .text(" HTTP/1.1\r\n")
                        .header("X", value)
                        .header("Y", "z")
                        .end())
                .status());
        assertEquals(value, server.requests("GET /h").getLast().header("X"));
        assertEquals("z", server.requests("GET /h").getLast().header("Y"));
      }
    }
  }

  @Test
  void aStreamOverAConnectionThatDiedIdleHasAnother() throws IOException {
    try (ScriptedServer server = ScriptedServer.sequence(answerThen(peer -> peer.fin()), ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      awaitPeerEnd(client, server);
      ChunkedBody body = client.stream(chunkedHead());
      body.write(BODY, 0, 4);
      assertEquals(202, body.end(new RequestHead()).status());
      assertArrayEquals(BODY, server.requests("POST /s").getFirst().body());
    }
  }

  @Test
  void aRefusalInTheMiddleOfTheRequestIsTheResponse() throws IOException {
    byte[] large = new byte[16 * 1024 * 1024];
    Script refuses =
        peer -> {
          for (int i = 0; i < 100_000; i++) {
            peer.readByte();
          }
          peer.send(Wire.response(413, "too much"));
          peer.reset();
        };
    try (ScriptedServer server = ScriptedServer.sequence(refuses, ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      HttpResponse response = client.post(Responses.post(large.length), large, 0, large.length);
      assertEquals(413, response.status());
      assertEquals(202, post(client));
      assertEquals(2, server.connections());
    }
  }

  @Test
  void abortBreaksOffInTheMiddle() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.sequence(
                peer -> {
                  while (peer.readByte() >= 0) {
                    // until the client breaks off
                  }
                },
                ANSWER);
        HttpClient client = new HttpClient(Responses.address(server))) {
      ChunkedBody body = client.stream(chunkedHead());
      body.write(BODY, 0, 4);
      body.flush();
      body.abort();
      assertEquals(202, post(client));
      assertEquals(2, server.connections());
    }
  }
}
