package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamingResponseTest {
  private static final String ERROR = "{\"errorType\":\"E\",\n\"errorMessage\":\"broke off\"}";

  private RuntimeApiEmulator lambda;
  private RawClient client;
  private Background invocation;
  private String id;

  @BeforeEach
  void start() throws IOException {
    lambda = RuntimeApiEmulator.builder().start();
    client = new RawClient(lambda.port());
    invocation = Background.invoke(lambda, "{}");
    id = client.next().requestId();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    lambda.close();
  }

  @Test
  void joinsTheChunks() throws IOException {
    client.beginStream(id, "Content-Type", "text/plain");
    client.chunk("one ");
    client.chunk("two");
    assertFalse(invocation.isDone());
    client.send("0\r\n\r\n");
    assertEquals(202, client.read().status());
    InvocationResult result = invocation.await();
    assertEquals("one two", result.text());
    assertEquals("one two", new String(result.body(), UTF_8));
    assertTrue(result.isStreaming());
    assertTrue(result.prelude().isEmpty());
    assertTrue(result.error().isEmpty());
  }

  @Test
  void takesChunkExtensionsAndUpperCaseSizes() throws IOException {
    client.beginStream(id);
    client.send("A;name=value\r\n0123456789\r\n0;last\r\nX-Other: 1\r\n\r\n");
    assertEquals(202, client.read().status());
    assertEquals("0123456789", invocation.await().text());
    assertEquals(List.of("1"), lambda.requests().getLast().trailers().get("x-other"));
  }

  @Test
  void readsTheErrorInTheTrailers() throws IOException {
    client.beginStream(id);
    client.chunk("part");
    client.send(
        "0\r\n"
            + "Lambda-Runtime-Function-Error-Type: Runtime.UserException\r\n"
            + "Lambda-Runtime-Function-Error-Body: "
            + Base64.getEncoder().encodeToString(ERROR.getBytes(UTF_8))
            + "\r\n\r\n");
    assertEquals(202, client.read().status());
    InvocationResult result = invocation.await();
    assertEquals("part", result.text());
    FunctionError error = result.error().orElseThrow();
    assertEquals("broke off", error.message());
    assertEquals("Runtime.UserException", error.category());
    assertEquals(ERROR, error.json());
  }

  @Test
  void takesATrailerThatIsNotBase64ForATruncation() throws IOException {
    client.beginStream(id);
    client.send("0\r\nLambda-Runtime-Function-Error-Body: {\"errorType\":\"E\"}\r\n\r\n");
    assertEquals(202, client.read().status());
    assertEquals("Runtime.TruncatedResponse", invocation.await().error().orElseThrow().type());
  }

  @Test
  void tellsOfAStreamThatBreaksOff() throws IOException {
    client.beginStream(id);
    client.chunk("part");
    client.send("ff\r\nonly");
    client.close();
    InvocationResult result = invocation.await();
    assertEquals("Runtime.TruncatedResponse", result.error().orElseThrow().type());
    assertTrue(result.text().startsWith("part"), result.text());
  }

  @Test
  void refusesABadChunkSizeAndEndsTheInvocation() throws IOException {
    client.beginStream(id);
    client.send("xyz\r\n");
    assertEquals(400, client.read().status());
    assertTrue(client.isClosedByServer());
    assertEquals("Runtime.TruncatedResponse", invocation.await().error().orElseThrow().type());
  }

  @Test
  void refusesAChunkLongerThanItsSize() throws IOException {
    client.beginStream(id);
    client.send("1\r\nab\r\n");
    assertEquals(400, client.read().status());
    assertTrue(invocation.await().error().isPresent());
  }

  @Test
  void refusesAnotherResponseMode() throws IOException {
    var response = client.respond(id, "1", "Lambda-Runtime-Function-Response-Mode", "buffered");
    assertEquals(400, response.status());
    assertTrue(response.text().contains("InvalidFunctionResponseMode"), response.text());
    FunctionError error = invocation.await().error().orElseThrow();
    assertEquals("Runtime.InvalidResponseModeHeader", error.type());
  }

  @Test
  void splitsPreludeAndBody() throws IOException {
    client.beginStream(id, "Content-Type", "application/vnd.awslambda.http-integration-response");
    client.chunk("{\"statusCode\":201}\0\0\0");
    client.chunk("\0\0\0\0\0body");
    client.send("0\r\n\r\n");
    client.read();
    InvocationResult result = invocation.await();
    assertEquals("{\"statusCode\":201}", result.prelude().orElseThrow());
    assertEquals("body", new String(result.body(), UTF_8));
  }
}
