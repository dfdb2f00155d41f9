package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.ScriptedServer;
import dev.whippet.support.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Responses as a server may send them: all of them say `hello`.
class ResponseReaderTest {
  private static String text(HttpResponse response) {
    return new String(response.body(), ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 a reason of words\r\ncontent-length:5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nCONTENT-LENGTH: \t 5 \t\r\n\r\nhello",
        "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: CHUNKED\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n2;a=b\r\nel\r\n0002 ;c=\"d\"\r\nlo\r\n0;e\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-A: 1\r\nX-B: 2\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
      })
  void sayHello(String wire) throws IOException {
    HttpResponse response = Responses.read(wire);
    assertEquals(200, response.status());
    assertEquals("hello", text(response));
    assertEquals("hello", text(Responses.read(peer -> peer.drip(wire))));
  }

  @Test
  void splitAnywhereTheyAreTheSame() throws IOException {
    String[] wires = {
      Wire.event("id-1", "{\"a\":\"\u20ac\"}", Map.of("Lambda-Runtime-Trace-Id", "Root=1;x")),
      Wire.chunkedEvent("id-1", "{\"a\":\"b\"}", 3),
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\nab\r\n0\r\nT: 1\r\n\r\n"
    };
    for (String wire : wires) {
      byte[] bytes = wire.getBytes(ISO_8859_1);
      int[] position = {0};
      try (ScriptedServer server =
              new ScriptedServer(peer -> {
                while (peer.readRequest() != null) {
                  peer.split(bytes, position[0]);
                }
              });
          HttpClient client = new HttpClient(Responses.address(server))) {
        HttpResponse whole = client.get(Responses.get());
        List<Optional<String>> headers = values(whole.headers());
        for (position[0] = 1; position[0] < bytes.length; position[0]++) {
          HttpResponse split = client.get(Responses.get());
          assertEquals(whole.status(), split.status());
          assertArrayEquals(whole.body(), split.body(), "split at " + position[0]);
          assertEquals(headers, values(split.headers()));
        }
        assertEquals(1, server.connections());
      }
    }
  }

  private static List<Optional<String>> values(Headers headers) {
    return Stream.of(
            "lambda-runtime-aws-request-id", "content-type", "lambda-runtime-trace-id", "x")
        .map(headers::get)
        .toList();
  }

  @Test
  void truncatedAnywhereTheyAreNoResponse() throws IOException {
    String[] wires = {Wire.event("1", "12345"), Wire.chunkedEvent("1", "12345", 2)};
    for (String wire : wires) {
      for (int end = 0; end < wire.length(); end++) {
        String part = wire.substring(0, end);
        IOException fault = null;
        try {
          Responses.read(part);
        } catch (IOException e) {
          fault = e;
        }
        assertTrue(fault != null, () -> "taken for whole: " + part);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 204 No Content\\r\\n\\r\\n | 204",
        "HTTP/1.1 304 X\\r\\nContent-Length: 7\\r\\n\\r\\n | 304",
        "HTTP/1.1 200 X\\r\\nContent-Length: 0\\r\\n\\r\\n | 200",
        "HTTP/1.1 599 X\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 599"
      })
  void someHaveNoBody(String wire, int status) throws IOException {
    HttpResponse response = Responses.read(wire.replace("\\r", "\r").replace("\\n", "\n"));
    assertEquals(status, response.status());
    assertEquals(0, response.body().length);
  }

  @Test
  void headersAreFoundInAnyCaseAndDecodedAsUtf8() throws IOException {
    HttpResponse response =
        Responses.read(
            "HTTP/1.1 200 OK\r\nX-NAME:\t v:1 \r\nx-name: second\r\nX-Empty:\r\nx-utf: \u00e2\u0082\u00ac\r\nContent-Length: 0\r\n\r\n");
    Headers headers = response.headers();
    assertEquals(Optional.of("v:1"), headers.get("x-name"));
    assertEquals(Optional.of(""), headers.get("x-empty"));
    assertEquals(Optional.of("\u20ac"), headers.get("x-utf"));
    assertEquals(Optional.empty(), headers.get("x-nam"));
    assertEquals(Optional.empty(), headers.get("x-other"));
  }

  @Test
  void manyAndLongHeadersAreTaken() throws IOException {
    StringBuilder wire = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n");
    for (int i = 0; i < 500; i++) {
      wire.append("X-").append(i).append(": ").append(i).append("\r\n");
    }
    wire.append("X-Long: ").append("v".repeat(64 * 1024)).append("\r\n\r\nok");
    HttpResponse response = Responses.read(wire.toString());
    assertEquals(Optional.of("499"), response.headers().get("x-499"));
    assertEquals(64 * 1024, response.headers().get("x-long").orElseThrow().length());
    assertEquals("ok", text(response));
  }

  @Test
  void oneByteChunksAddUp() throws IOException {
    String body = "0123456789".repeat(20_000);
    assertEquals(body, text(Responses.read(Wire.chunkedEvent("1", body, 1))));
    assertEquals(body, text(Responses.read(Wire.chunkedEvent("1", body, 70_000))));
  }

  @Test
  void headersStayWhereTheyAreWhileChunksPassThroughTheirMemory() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: kept\r\n\r\n";
    String body = "b".repeat(30_000);
    for (int extension : new int[] {0, 100, 4000}) {
      StringBuilder wire = new StringBuilder(head);
      for (int at = 0; at < body.length(); at += 300) {
        wire.append("12c;").append("e".repeat(extension)).append("\r\n");
        wire.append(body, at, at + 300).append("\r\n");
      }
      HttpResponse response = Responses.read(wire.append("0\r\nX: no\r\nY: no\r\n\r\n").toString());
      assertEquals(body, text(response));
      assertEquals(Optional.of("kept"), response.headers().get("x"));
      assertEquals(Optional.empty(), response.headers().get("y"));
    }
  }

  @Test
  void bodiesOfEverySizeAroundTheBuffers() throws IOException {
    for (int size : new int[] {1, 1023, 1024, 16 * 1024, 64 * 1024, 64 * 1024 + 1, 300_000}) {
      String body = "b".repeat(size - 1) + "e";
      assertEquals(body, text(Responses.read(Wire.event("1", body))));
      assertEquals(body, text(Responses.read("HTTP/1.1 200 OK\r\n\r\n" + body)));
      assertEquals(body, text(Responses.read(Wire.chunkedEvent("1", body, 16 * 1024))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, '', true", "HTTP/1.1, close, false", "HTTP/1.1, 'Close, x', false",
    "HTTP/1.1, keep-alive, true", "HTTP/1.0, '', false", "HTTP/1.0, Keep-Alive, true"
  })
  void whetherTheConnectionIsKept(String version, String connection, boolean kept)
      throws IOException {
    String header = connection.isEmpty() ? "" : "Connection: " + connection + "\r\n";
    try (ScriptedServer server =
            new ScriptedServer(peer -> {
              while (peer.readRequest() != null) {
                peer.send(version + " 200 OK\r\n" + header + "Content-Length: 2\r\n\r\nok");
              }
            });
        HttpClient client = new HttpClient(Responses.address(server))) {
      assertEquals("ok", text(client.get(Responses.get())));
      assertEquals("ok", text(client.get(Responses.get())));
      assertEquals(kept ? 1 : 2, server.connections());
    }
  }

  @Test
  void anAcceptedReplyLeavesTheConnectionOpen() throws IOException {
    assertFalse(Wire.ACCEPTED.contains("close"));
    assertEquals(202, Responses.read(Wire.ACCEPTED).status());
  }
}
