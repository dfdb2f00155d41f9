package dev.whippet.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.whippet.support.ScriptedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a broken or hostile server sends: refused with what was expected, and without memory.
class ResponsePathologicalTest {
  private static ProtocolException refused(ScriptedServer.Script script) {
    return assertThrows(ProtocolException.class, () -> Responses.read(script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.x 200 OK\r\n\r\n",
        "http/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 600 OK\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 -20 OK\r\n\r\n",
        "HTTP/1.1  200 OK\r\n\r\n",
        "HTTP/1.1_200 OK\r\n\r\n",
        "<html>nonsense\r\n\r\n",
        "\u0016\u0003\u0001\u0000\u0005\r\n",
        "HTTP/1.1 20\r\n\r\n",
        "HTTP/1.1 000 OK\r\n\r\n"
      })
  void noStatusLine(String wire) {
    String message = refused(peer -> peer.send(wire)).getMessage();
    assertTrue(message.startsWith("expected a status line 'HTTP/1.1 200 OK', got '"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no colon",
        ": no name",
        " folded: line",
        "\tfolded: line",
        "Content-Length : 5",
        "Content-Length\t: 5",
        "\u0000X: y",
        " "
      })
  void noHeaderLine(String line) {
    String message =
        refused(peer -> peer.send("HTTP/1.1 200 OK\r\nX: y\r\n" + line + "\r\n\r\nhello"))
            .getMessage();
    assertTrue(message.startsWith("expected a header line 'name: value', got '"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 5 5",
        "Content-Length: 0x5",
        "Content-Length:",
        "Content-Length: 5, 5",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 99999999999999999999999999",
        "Content-Length: 268435457",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: identity"
      })
  void noLength(String line) {
    String message =
        refused(peer -> peer.send("HTTP/1.1 200 OK\r\n" + line + "\r\n\r\nhello")).getMessage();
    String name = line.substring(0, line.indexOf(':'));
    assertTrue(message.contains(name) || message.contains("limit"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\nhello",
        "x\r\nhello",
        "-1\r\nhello",
        "5hello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n0\r\n\r\n",
        "0x5\r\nhello\r\n0\r\n\r\n",
        "5\r\nhelloo\r\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n",
        "5\r\nhello\rx0\r\n\r\n",
        "FFFFFFFFFFFFFFFFFF\r\n",
        "10000001\r\n",
        "80000000\r\nx",
        "5\r\nhello\r\n0\r\nno trailer\r\n\r\n"
      })
  void noChunks(String chunks) {
    refused(peer -> peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
  }

  @Test
  void chunksThatAddUpAboveTheLimit() {
    String half = "8000000\r\n";
    ProtocolException refused =
        refused(peer -> {
          peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + half);
          byte[] part = new byte[1024 * 1024];
          for (int i = 0; i < 128; i++) {
            peer.send(part);
          }
          peer.send("\r\n8000001\r\n");
          peer.hold();
        });
    assertTrue(refused.getMessage().contains("above the limit of 268435456 bytes"));
  }

  @Test
  void headersAboveTheLimit() {
    String line = "X: " + "v".repeat(65_530) + "\r\n";
    ProtocolException refused =
        refused(peer -> {
          peer.send("HTTP/1.1 200 OK\r\n");
          for (int i = 0; i < 17; i++) {
            peer.send(line);
          }
          peer.hold();
        });
    assertTrue(refused.getMessage().contains("above the limit of 1048576 bytes"));
  }

  @Test
  void headersJustBelowTheLimit() throws IOException {
    String value = "v".repeat(1024 * 1024 - 64);
    HttpResponse response =
        Responses.read("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: " + value + "\r\n\r\n");
    assertEquals(value, response.headers().get("x").orElseThrow());
  }

  @Test
  void aLineWithoutEnd() {
    refused(peer -> {
      byte[] part = "x".repeat(1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      for (int i = 0; i < 1025; i++) {
        peer.send(part);
      }
      peer.hold();
    });
    refused(peer ->
        peer.send(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;" + "e".repeat(5000) + "\r\n"));
  }

  @Test
  void theExcerptInAMessageIsShortAndPrintable() {
    String message =
        refused(peer -> peer.send("\u0001\u007f\u00ff" + "x".repeat(900) + "\r\n")).getMessage();
    assertTrue(message.endsWith("got '..." + "x".repeat(57) + "'"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 268435456\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\nffffffe\r\n"
      })
  void anAnnouncedLengthAllocatesNothing(String head) throws IOException {
    Responses.read("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"); // loads the classes
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThrows(
        IOException.class,
        () -> Responses.read(peer -> peer.send("HTTP/1.1 200 OK\r\n" + head + "abc")));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 1024 * 1024, () -> allocated + " bytes");
  }
}
