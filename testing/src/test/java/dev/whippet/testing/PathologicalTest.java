package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests that are not HTTP, or too much of it: refused, and nobody else notices.
class PathologicalTest {
  private RuntimeApiEmulator lambda;

  @BeforeEach
  void start() {
    lambda = RuntimeApiEmulator.builder().start();
  }

  @AfterEach
  void stillServes() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    try (RawClient client = new RawClient(lambda.port())) {
      assertEquals(202, client.respond(client.next().requestId(), "1").status());
    }
    assertEquals("1", invocation.await().text());
    lambda.close();
  }

  private void assertRefused(int status, String request) throws IOException {
    try (RawClient client = new RawClient(lambda.port())) {
      client.send(request);
      RawClient.Response response = client.read();
      assertEquals(status, response.status(), response.text());
      assertEquals("close", response.headers().get("connection"));
      assertTrue(client.isClosedByServer());
    }
  }

  // ~ stands for CRLF
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | nonsense~~",
        "400 | GET /~~",
        "400 | GET  / HTTP/1.1~Host: x~~",
        "400 | GET / HTTP/1.1 x~Host: x~~",
        "400 | G(T / HTTP/1.1~Host: x~~",
        "400 | GET x HTTP/1.1~Host: x~~",
        "400 | GET / http/1.1~Host: x~~",
        "505 | GET / HTTP/2.0~Host: x~~",
        "400 | GET / HTTP/1.1~~",
        "400 | GET / HTTP/1.1~Host: x~Host: y~~",
        "400 | GET / HTTP/1.1~Host : x~~",
        "400 | GET / HTTP/1.1~Host: x~ folded~~",
        "400 | GET / HTTP/1.1~Host: x~nocolon~~",
        "400 | GET / HTTP/1.1~Host: x~: empty~~",
        "400 | POST / HTTP/1.1~Host: x~Content-Length: -1~~",
        "400 | POST / HTTP/1.1~Host: x~Content-Length: +1~~",
        "400 | POST / HTTP/1.1~Host: x~Content-Length: 1~Content-Length: 2~~",
        "400 | POST / HTTP/1.1~Host: x~Content-Length: 9999999999999999999~~",
        "400 | POST / HTTP/1.1~Host: x~Content-Length: 3~Transfer-Encoding: chunked~~",
        "501 | POST / HTTP/1.1~Host: x~Transfer-Encoding: gzip~~",
        "501 | POST / HTTP/1.1~Host: x~Transfer-Encoding: gzip, chunked~~",
      })
  void refusesWhatIsNotHttp(int status, String request) throws IOException {
    assertRefused(status, request.replace("~", "\r\n"));
  }

  @Test
  void refusesBareLineFeedsAndControlCharacters() throws IOException {
    assertRefused(400, "GET / HTTP/1.1\nHost: x\n\n");
    assertRefused(400, "GET / HTTP/1.1\rHost: x\r\n\r\n");
    assertRefused(400, "GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n");
    assertRefused(400, "\0\0\0\0\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({"x", "-1", "0x1", "'1 2'", "''", "10000000000000000", "' 1'"})
  void refusesBadChunkSizes(String size) throws IOException {
    assertRefused(
        400,
        "POST /2018-06-01/runtime/init/error HTTP/1.1\r\nHost: x\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + size
            + "\r\na\r\n0\r\n\r\n");
  }

  @Test
  void refusesHugeHeads() throws IOException {
    assertRefused(414, "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertRefused(431, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(3_000_000) + "\r\n\r\n");
    assertRefused(431, "GET / HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(2_000) + "\r\n");
  }

  @Test
  void takesAHeaderOfOneMebibyte() throws IOException {
    try (RawClient client = new RawClient(lambda.port())) {
      String cause = "x".repeat(1024 * 1024);
      String header = "Lambda-Runtime-Function-XRay-Error-Cause";
      assertEquals(400, client.error("x", "{}", header, cause).status());
      assertEquals(cause, lambda.requests().getFirst().header(header).orElseThrow());
    }
  }

  @Test
  void answersHttp10AndCloses() throws IOException {
    try (RawClient client = new RawClient(lambda.port())) {
      client.send("GET /unknown HTTP/1.0\r\n\r\n");
      assertEquals(404, client.read().status());
      assertTrue(client.isClosedByServer());
    }
  }

  @Test
  void answersPipelinedRequestsInOrder() throws IOException {
    try (RawClient client = new RawClient(lambda.port())) {
      client.send(
          "GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\nHost: x\r\n"
              + "Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n{}");
      assertEquals(404, client.read().status());
      assertEquals(404, client.read().status());
      assertTrue(client.isClosedByServer());
    }
  }

  @Test
  void keepsAPipelinedRequestUntilTheEventIsSent() throws IOException {
    try (RawClient client = new RawClient(lambda.port())) {
      client.sendGet(RawClient.NEXT);
      client.sendGet("/after");
      Background invocation = Background.invoke(lambda, "{}");
      RawClient.Response event = client.read();
      assertEquals(200, event.status());
      assertEquals(404, client.read().status());
      client.respond(event.requestId(), "2");
      assertEquals("2", invocation.await().text());
    }
  }

  @Test
  void servesOthersWhileManyConnectionsHang() throws IOException {
    List<RawClient> hanging = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      RawClient client = new RawClient(lambda.port());
      client.send("POST /2018-06-01/runtime/init/error HTTP/1.1\r\nHost: x\r\nContent-");
      hanging.add(client);
    }
    stillServes();
    for (RawClient client : hanging) {
      client.close();
    }
    start();
  }

  @Test
  void refusesToStartOnATakenPort() {
    var taken = RuntimeApiEmulator.builder().port(lambda.port());
    var e = assertThrows(UncheckedIOException.class, taken::start);
    assertTrue(e.getMessage().contains(Integer.toString(lambda.port())), e.getMessage());
  }
}
