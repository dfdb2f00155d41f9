package dev.whippet.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.RecordedRequest;
import dev.whippet.support.RuntimeApiDouble;
import dev.whippet.support.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the client sends, and what it makes of what it gets.
class RuntimeApiClientTest {
  private static final byte[] RESULT = "{}".getBytes(UTF_8);
  private static final ErrorReport ERROR =
      ErrorReport.of(ErrorReport.USER_EXCEPTION, new IllegalStateException("no \u20ac\nleft"));

  private final RuntimeApiDouble lambda = new RuntimeApiDouble();
  private final RuntimeApiClient client = RuntimeApiClient.create(lambda.authority());

  @AfterEach
  void close() {
    client.close();
    lambda.close();
  }

  @Test
  void anEventComesWithAllThatLambdaSaysOfIt() throws IOException {
    lambda.event(
        "id-1",
        "{\"a\":1}",
        Map.of(
            "LAMBDA-RUNTIME-INVOCATION-ID", "attempt-1",
            "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:1:function:f:live",
            "Lambda-Runtime-Trace-Id", "Root=1-2;Parent=3;Sampled=1;Lineage=x:0",
            "Lambda-Runtime-Client-Context", "{\"custom\":{\"k\":\"gr\u00fc\u00df \u20ac\"}}",
            "Lambda-Runtime-Cognito-Identity", "{\"cognitoIdentityId\":\"c\"}",
            "Lambda-Runtime-Aws-Tenant-Id", "tenant-1"));
    Invocation event = client.next();
    assertEquals("id-1", event.requestId());
    assertEquals("{\"a\":1}", new String(event.payload(), UTF_8));
    assertEquals(Optional.of("attempt-1"), event.invocationId());
    assertEquals(Instant.ofEpochMilli(4102444800000L), event.deadline());
    assertEquals("arn:aws:lambda:eu-west-1:1:function:f:live", event.invokedFunctionArn());
    assertEquals(Optional.of("Root=1-2;Parent=3;Sampled=1;Lineage=x:0"), event.traceId());
    assertEquals(
        Optional.of("{\"custom\":{\"k\":\"gr\u00fc\u00df \u20ac\"}}"), event.clientContext());
    assertEquals(Optional.of("{\"cognitoIdentityId\":\"c\"}"), event.cognitoIdentity());
    assertEquals(Optional.of("tenant-1"), event.tenantId());
  }

  @Test
  void whatLambdaDoesNotSayIsEmpty() throws IOException {
    lambda.delivery(
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 0\r\n\r\n");
    Invocation event = client.next();
    assertEquals(Instant.MAX, event.deadline());
    assertEquals("", event.invokedFunctionArn());
    assertEquals(Optional.empty(), event.traceId());
    assertEquals(Optional.empty(), event.tenantId());
    assertEquals(Optional.empty(), event.invocationId());
  }

  @Test
  void anEmptyHeaderIsAnAbsentOne() throws IOException {
    lambda.event(
        "1",
        "{}",
        Map.of(
            "Lambda-Runtime-Client-Context", "",
            "Lambda-Runtime-Cognito-Identity", "",
            "Lambda-Runtime-Trace-Id", "",
            "Lambda-Runtime-Aws-Tenant-Id", ""));
    Invocation event = client.next();
    assertEquals(Optional.empty(), event.clientContext());
    assertEquals(Optional.empty(), event.cognitoIdentity());
    assertEquals(Optional.empty(), event.traceId());
    assertEquals(Optional.empty(), event.tenantId());
  }

  @Test
  void whatAnEventBroughtStaysWhenOthersCome() throws IOException {
    String[] arns = {"arn:f", "arn:f", "arn:g", "", "arn:f:live", "\u00e9"};
    List<Invocation> events = new ArrayList<>();
    for (int i = 0; i < arns.length; i++) {
      Map<String, String> headers =
          Map.of(
              "Lambda-Runtime-Invoked-Function-Arn", arns[i], "Lambda-Runtime-Trace-Id", "t" + i);
      lambda.event("id-" + i, "payload " + i, headers);
      events.add(client.next());
      client.respond(events.getLast(), RESULT);
    }
    lambda.delivery(Wire.chunkedEvent("last", "123456789", 3));
    client.next();
    for (int i = 0; i < arns.length; i++) {
      Invocation event = events.get(i);
      assertEquals("id-" + i, event.requestId());
      assertEquals(arns[i], event.invokedFunctionArn());
      assertEquals(Optional.of("t" + i), event.traceId());
      assertEquals("payload " + i, new String(event.payload(), UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "99999999999999999999", "1.5"})
  void aDeadlineThatIsNoNumberIsNone(String deadline) throws IOException {
    lambda.delivery(
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nLambda-Runtime-Deadline-Ms: "
            + deadline
            + "\r\nContent-Length: 0\r\n\r\n");
    assertEquals(Instant.MAX, client.next().deadline());
  }

  @Test
  void everyRequestNamesHostAndOneWordAsUserAgent() throws IOException {
    client.reportInitError(ERROR);
    client.restoreNext();
    client.registerExtension("x");
    lambda.event("1", "{}");
    client.respond(client.next(), RESULT);
    assertEquals(5, lambda.requests().size());
    for (RecordedRequest request : lambda.requests()) {
      assertEquals(lambda.authority(), request.header("Host"));
      assertTrue(
          request.header("User-Agent").matches("whippet/[0-9.]+-java[0-9]+"),
          request.header("User-Agent"));
      assertNull(request.header("Expect"));
      assertNull(request.header("Connection"));
    }
    assertEquals(2, lambda.connections(), "a new one after the restore");
  }

  @Test
  void aResponseEchoesTheInvocationIdThatCame() throws IOException {
    lambda.event("1", "{}", Map.of("Lambda-Runtime-Invocation-Id", "attempt-1"));
    lambda.event("2", "{}", Map.of("Lambda-Runtime-Invocation-Id", "attempt-2"));
    lambda.event("3", "{}");
    assertTrue(client.respond(client.next(), RESULT).accepted());
    assertTrue(client.reportInvocationError(client.next(), ERROR).accepted());
    assertTrue(client.respond(client.next(), RESULT, 0, 1).accepted());
    RecordedRequest response = lambda.reply("1");
    assertEquals("POST", response.method());
    assertEquals("/2018-06-01/runtime/invocation/1/response", response.path());
    assertEquals("application/json", response.header("Content-Type"));
    assertEquals("{}", response.text());
    assertEquals("attempt-1", response.header("Lambda-Runtime-Invocation-Id"));
    assertEquals("attempt-2", lambda.reply("2").header("Lambda-Runtime-Invocation-Id"));
    assertNull(lambda.reply("3").header("Lambda-Runtime-Invocation-Id"));
    assertEquals("{", lambda.reply("3").text());
    assertEquals(1, lambda.connections());
  }

  @Test
  void anErrorCarriesItsTypeAndItsCauseForXray() throws IOException {
    lambda.event("1", "{}");
    client.reportInvocationError(client.next(), ERROR);
    RecordedRequest error = lambda.reply("1");
    assertEquals("/2018-06-01/runtime/invocation/1/error", error.path());
    assertEquals("application/json", error.header("Content-Type"));
    assertEquals("Runtime.UserException", error.header("Lambda-Runtime-Function-Error-Type"));
    String cause = error.header("Lambda-Runtime-Function-XRay-Error-Cause");
    assertEquals(ERROR.toXrayCause(), cause);
    assertTrue(cause.contains("\"message\":\"no \\u20ac\\nleft\""), cause);
    assertEquals(new String(ERROR.toJson(), UTF_8), error.text());
  }

  @ParameterizedTest
  @CsvSource({
    "a b/c?d#e, a%20b%2Fc%3Fd%23e",
    "a%2Fb, a%252Fb",
    "AZaz09-._~, AZaz09-._~",
    "\u00e9\u20ac, %C3%A9%E2%82%AC"
  })
  void aRequestIdIsPercentEncodedInThePath(String id, String encoded) throws IOException {
    lambda.delivery(Wire.event("x", "{}", Map.of()).replace(": x\r\n", ": " + latin1(id) + "\r\n"));
    client.respond(client.next(), RESULT);
    assertEquals(
        "/2018-06-01/runtime/invocation/" + encoded + "/response",
        lambda.requests("/response").getFirst().path());
  }

  private static String latin1(String text) {
    return new String(text.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 410, 413, 404, 502})
  void aRefusedReplyIsNoException(int status) throws IOException {
    lambda.answer("/response", Wire.response(status, " {\"errorType\":\"x\"}\n"));
    lambda.event("1", "{}");
    Reply reply = client.respond(client.next(), RESULT);
    assertEquals(new Reply(status, "{\"errorType\":\"x\"}"), reply);
    assertFalse(reply.accepted());
  }

  @Test
  void status500AsksTheProcessToEnd() throws IOException {
    lambda.answer("/response", Wire.response(500, "broken")).event("1", "{}");
    Invocation event = client.next();
    RuntimeApiException end =
        assertThrows(RuntimeApiException.class, () -> client.respond(event, RESULT));
    assertTrue(end.isFatal());
    assertEquals("the Runtime API answered 500 (response): broken", end.getMessage());
  }

  @Test
  void nextWithAnythingButAnEventSaysWhatCame() {
    lambda.delivery(Wire.response(403, "wrong phase"));
    lambda.delivery("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    lambda.delivery(Wire.event("", "{}"));
    RuntimeApiException refused = assertThrows(RuntimeApiException.class, client::next);
    assertEquals(
        "the Runtime API answered 403 (next invocation): wrong phase", refused.getMessage());
    assertFalse(refused.isFatal());
    for (int i = 0; i < 2; i++) {
      RuntimeApiException nameless = assertThrows(RuntimeApiException.class, client::next);
      assertTrue(nameless.getMessage().contains("without a Lambda-Runtime-Aws-Request-Id"));
    }
  }

  @Test
  void aLongRefusalIsCut() {
    lambda.delivery(Wire.response(400, "x".repeat(5000)));
    RuntimeApiException refused = assertThrows(RuntimeApiException.class, client::next);
    assertTrue(refused.getMessage().endsWith(": " + "x".repeat(1000)), refused::getMessage);
  }

  @Test
  void aStreamIsChunkedAndAnnouncesItsTrailers() throws IOException {
    lambda.event("1", "{}", Map.of("Lambda-Runtime-Invocation-Id", "a"));
    StreamingBody body = client.respondStreaming(client.next(), "text/plain");
    body.write(RESULT, 0, 2);
    body.flush();
    assertTrue(body.end().accepted());
    RecordedRequest stream = lambda.reply("1");
    assertEquals("streaming", stream.header("Lambda-Runtime-Function-Response-Mode"));
    assertEquals("chunked", stream.header("Transfer-Encoding"));
    assertEquals(
        "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body",
        stream.header("Trailer"));
    assertEquals("text/plain", stream.header("Content-Type"));
    assertEquals("a", stream.header("Lambda-Runtime-Invocation-Id"));
    assertNull(stream.header("Content-Length"));
    assertEquals("{}", stream.text());
    assertEquals(0, stream.trailers().size());
  }

  @Test
  void aFailedStreamCarriesTheErrorInBase64() throws IOException {
    lambda.event("1", "{}");
    StreamingBody body = client.respondStreaming(client.next(), "text/plain");
    body.write(RESULT, 0, 2);
    assertTrue(body.fail(ERROR).accepted());
    RecordedRequest stream = lambda.reply("1");
    assertEquals("Runtime.UserException", stream.trailer("Lambda-Runtime-Function-Error-Type"));
    byte[] json = Base64.getDecoder().decode(stream.trailer("Lambda-Runtime-Function-Error-Body"));
    assertEquals(new String(ERROR.toJson(), UTF_8), new String(json, UTF_8));
  }

  @Test
  void anAbortedStreamIsNoWholeRequest() throws IOException {
    lambda.event("1", "{}").event("2", "{}");
    client.respondStreaming(client.next(), "text/plain").abort();
    assertEquals("2", client.next().requestId());
    assertEquals(0, lambda.replies("1").size());
  }

  @Test
  void aHeaderCannotBeSmuggledIn() throws IOException {
    lambda.event("1", "{}");
    client.respondStreaming(client.next(), "text/plain\r\nX-Evil: 1\u0000").end();
    assertEquals("text/plain  X-Evil: 1 ", lambda.reply("1").header("Content-Type"));
    assertNull(lambda.reply("1").header("X-Evil"));
  }

  @Test
  void restoreAndExtensionRefusalsAreExceptions() {
    lambda.answer("/restore/next", Wire.response(403, "no snapshot"));
    lambda.answer("/register", Wire.response(400, "no"));
    assertTrue(
        assertThrows(RuntimeApiException.class, client::restoreNext)
            .getMessage()
            .contains("(restore): no snapshot"));
    assertThrows(RuntimeApiException.class, () -> client.registerExtension("x"));
  }

  @Test
  void aServerThatCannotBeReachedIsSaidSo() throws IOException {
    lambda.event("1", "{}");
    Invocation invocation = client.next();
    try (Socket reserved = new Socket()) { // a port that no one else gets, and no one listens at
      reserved.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      String authority = "127.0.0.1:" + reserved.getLocalPort();
      try (RuntimeApiClient other = RuntimeApiClient.create(authority)) {
        RequestNotSentException fault =
            assertThrows(
                RequestNotSentException.class, () -> other.respond(invocation, new byte[0]));
        assertTrue(fault.getMessage().startsWith("cannot reach " + authority), fault::getMessage);
      }
    }
  }

  @Test
  void anExtensionRegistersForNoEvents() throws IOException {
    assertEquals("ext-1", client.registerExtension("a-name"));
    RecordedRequest register = lambda.requests().getFirst();
    assertEquals("/2020-01-01/extension/register", register.path());
    assertEquals("a-name", register.header("Lambda-Extension-Name"));
    assertEquals("{\"events\":[]}", register.text());
  }
}
