package dev.whippet.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeClientTest {
  private static InvokeClient.Response invoke(int status, String errorHeader, String body)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 1);
    server.createContext(
        "/2015-03-31/functions/orders/invocations",
        exchange -> {
          byte[] event = exchange.getRequestBody().readAllBytes();
          if (errorHeader != null) {
            exchange.getResponseHeaders().add("X-Amz-Function-Error", errorHeader);
          }
          byte[] answer = (body + new String(event, UTF_8)).getBytes(UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      URI uri = InvokeClient.server(null, server.getAddress().getPort());
      return new InvokeClient(uri).invoke("orders", "{}".getBytes(UTF_8));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theResponseIsGiven() throws IOException {
    assertEquals(new InvokeClient.Response("ä{}", false), invoke(200, null, "ä"));
    assertEquals(new InvokeClient.Response("x{}", true), invoke(200, "Unhandled", "x"));
  }

  @Test
  void anotherServerIsNamed() {
    PackagingException e =
        assertThrows(PackagingException.class, () -> invoke(404, null, "nothing here"));

    assertTrue(e.getMessage().contains("status 404"), e::getMessage);
    assertTrue(e.getMessage().contains("nothing here"), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9000", "ftp://x", "http://", "not a url", ""})
  void aUrlIsHttp(String url) {
    PackagingException e =
        assertThrows(PackagingException.class, () -> InvokeClient.server(url, 1));

    assertTrue(e.getMessage().contains("expected a URL as http://127.0.0.1:9000"), e::getMessage);
    assertEquals(URI.create("http://h:1"), InvokeClient.server("http://h:1//", 0));
  }
}
