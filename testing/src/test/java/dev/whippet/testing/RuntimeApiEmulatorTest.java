package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.RawClient.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeApiEmulatorTest {
  private static final String ERROR =
      "{\"errorType\":\"com.example.OutOfStock\",\"errorMessage\":\"none left\","
          + "\"stackTrace\":[\"a\",\"b\"]}";

  private RuntimeApiEmulator lambda;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    lambda = RuntimeApiEmulator.builder().functionName("orders").start();
    client = new RawClient(lambda.port());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    lambda.close();
  }

  @Test
  void handsOutTheEventAndTakesTheResponse() throws IOException {
    Background invocation = Background.invoke(lambda, "{\"n\":1}");
    Response event = client.next();
    assertEquals(200, event.status());
    assertEquals("{\"n\":1}", event.text());
    Response accepted = client.respond(event.requestId(), "[2]", "Content-Type", "text/x");
    assertEquals(202, accepted.status());
    assertEquals("{\"status\":\"OK\"}", accepted.text().strip());
    InvocationResult result = invocation.await();
    assertEquals("[2]", result.text());
    assertArrayEquals(new byte[] {'[', '2', ']'}, result.payload());
    assertEquals(event.requestId(), result.requestId());
    assertEquals("text/x", result.contentType().orElseThrow());
    assertTrue(result.error().isEmpty());
    assertFalse(result.isStreaming());
    assertTrue(result.duration().isPositive());
    assertTrue(result.log().isEmpty());
  }

  @Test
  void sendsEventsChunkedByDefaultAndOnlyTheHeadersAskedFor() throws IOException {
    long before = System.currentTimeMillis();
    Background.invoke(lambda, Invocation.of("{}").withTimeout(Duration.ofMinutes(5)));
    Response event = client.next();
    assertEquals("chunked", event.headers().get("transfer-encoding"));
    assertNull(event.headers().get("content-length"));
    assertEquals("application/json", event.headers().get("content-type"));
    assertEquals(
        "arn:aws:lambda:us-east-1:123456789012:function:orders",
        event.headers().get("lambda-runtime-invoked-function-arn"));
    long deadline = Long.parseLong(event.headers().get("lambda-runtime-deadline-ms"));
    assertTrue(deadline >= before + 300_000, "deadline " + deadline);
    assertFalse(event.invocationId().isEmpty());
    for (String absent :
        List.of("trace-id", "client-context", "cognito-identity", "aws-tenant-id")) {
      assertNull(event.headers().get("lambda-runtime-" + absent), absent);
    }
  }

  @Test
  void sendsEveryHeaderAskedFor() throws IOException {
    Background.invoke(
        lambda,
        Invocation.of("{}")
            .withRequestId("id-1")
            .withTenantId("tenant-7")
            .withTraceId("Root=1-2-3;Sampled=0")
            .withClientContext("{\"custom\":{\"k\":\"\u00fc\"}}")
            .withCognitoIdentity("")
            .withFunctionArn("arn:x:live"));
    Response event = client.next();
    assertEquals("id-1", event.requestId());
    assertEquals("tenant-7", event.headers().get("lambda-runtime-aws-tenant-id"));
    assertEquals("Root=1-2-3;Sampled=0", event.headers().get("lambda-runtime-trace-id"));
    // the client reads Latin-1, the server wrote UTF-8
    assertEquals(
        "{\"custom\":{\"k\":\"\u00c3\u00bc\"}}",
        event.headers().get("lambda-runtime-client-context"));
    assertEquals("", event.headers().get("lambda-runtime-cognito-identity"));
    assertEquals("arn:x:live", event.headers().get("lambda-runtime-invoked-function-arn"));
  }

  @Test
  void sendsContentLengthAndNoInvocationIdIfToldSo() throws IOException {
    try (RuntimeApiEmulator older =
            RuntimeApiEmulator.builder().chunkedEvents(false).invocationIds(false).start();
        RawClient worker = new RawClient(older.port())) {
      Background.invoke(older, "{\"n\":1}");
      Response event = worker.next();
      assertEquals("7", event.headers().get("content-length"));
      assertNull(event.headers().get("transfer-encoding"));
      assertNull(event.invocationId());
      assertEquals("{\"n\":1}", event.text());
    }
  }

  @Test
  void joinsAnEventOfManyChunks() throws IOException {
    String big = "\"" + "x".repeat(100_000) + "\"";
    Background invocation = Background.invoke(lambda, big);
    Response event = client.next();
    assertEquals(big, event.text());
    client.respond(event.requestId(), big);
    assertEquals(big, invocation.await().text());
  }

  @Test
  void reportsTheFunctionsError() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    String id = client.next().requestId();
    String type = "Function.OutOfStock";
    assertEquals(202, client.error(id, ERROR, RuntimeApi.ERROR_TYPE, type).status());
    InvocationResult result = invocation.await();
    FunctionError error = result.error().orElseThrow();
    assertEquals("com.example.OutOfStock", error.type());
    assertEquals("none left", error.message());
    assertEquals(List.of("a", "b"), error.stackTrace());
    assertEquals("Function.OutOfStock", error.category());
    assertEquals(ERROR, error.json());
    assertEquals(ERROR, result.text());
  }

  @Test
  void takesAnErrorThatIsNotJson() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    client.error(client.next().requestId(), "it broke");
    FunctionError error = invocation.await().error().orElseThrow();
    assertEquals("it broke", error.message());
    assertEquals("", error.type());
    assertEquals("Runtime.Unknown", error.category());
  }

  @ParameterizedTest
  @CsvSource({
    "Runtime.UserException, Runtime.UserException",
    "Function.ResponseSizeTooLarge, Function.ResponseSizeTooLarge",
    "java.lang.IllegalStateException, Runtime.Unknown",
    "unhandled, Runtime.Unknown",
    "Runtime.bad, Runtime.Unknown",
    "Function.1, Function.Unknown",
  })
  void acceptsLambdasErrorTypesOnly(String sent, String category) throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    client.error(client.next().requestId(), ERROR, RuntimeApi.ERROR_TYPE, sent);
    assertEquals(category, invocation.await().error().orElseThrow().category());
  }

  @Test
  void refusesAnUnknownRequestId() throws IOException {
    Response response = client.respond("never-was", "{}");
    assertEquals(400, response.status());
    assertTrue(response.text().contains("\"InvalidRequestID\""), response.text());
    assertEquals(400, client.error("never-was", ERROR).status());
  }

  @Test
  void refusesASecondAnswer() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    String id = client.next().requestId();
    assertEquals(202, client.respond(id, "1").status());
    Response second = client.respond(id, "2");
    assertEquals(403, second.status());
    assertTrue(second.text().contains("\"InvalidStateTransition\""), second.text());
    assertEquals(403, client.error(id, ERROR).status());
    assertEquals("1", invocation.await().text());
  }

  @Test
  void timesOutAndRefusesTheLateAnswer() throws IOException {
    Background invocation =
        Background.invoke(lambda, Invocation.of("{}").withTimeout(Duration.ofMillis(50)));
    String id = client.next().requestId();
    FunctionError error = invocation.await().error().orElseThrow();
    assertEquals("Sandbox.Timedout", error.type());
    assertTrue(
        error
            .message()
            .matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z " + id + " Task timed out after 0.05 seconds"),
        error.message());
    Response late = client.respond(id, "{}");
    assertEquals(410, late.status());
    assertTrue(late.text().contains("\"InvokeTimeout\""), late.text());
  }

  @Test
  void refusesTheAnswerOfAnEarlierAttemptAtTheSameRequest() throws IOException {
    Invocation request = Invocation.of("{}").withRequestId("again");
    Background first = Background.invoke(lambda, request.withTimeout(Duration.ofMillis(50)));
    Response stale = client.next();
    assertTrue(first.await().error().isPresent());
    Background second = Background.invoke(lambda, request);
    Response current = client.next();
    assertEquals(stale.requestId(), current.requestId());
    assertNotEquals(stale.invocationId(), current.invocationId());
    String header = RuntimeApi.INVOCATION_ID;
    assertEquals(410, client.respond("again", "old", header, stale.invocationId()).status());
    assertFalse(second.isDone());
    assertEquals(202, client.respond("again", "new", header, current.invocationId()).status());
    assertEquals("new", second.await().text());
  }

  @Test
  void decodesTheIdInThePath() throws IOException {
    Background invocation = Background.invoke(lambda, Invocation.of("{}").withRequestId("a/b +c"));
    client.next();
    assertEquals(202, client.respond("a%2Fb%20+c", "1").status());
    assertEquals("1", invocation.await().text());
  }

  @Test
  void takesSixMegabytesAndNotAByteMore() throws IOException {
    Background largest = Background.invoke(lambda, "{}");
    String body = "x".repeat(RuntimeApi.MAX_RESPONSE);
    assertEquals(202, client.respond(client.next().requestId(), body).status());
    assertEquals(RuntimeApi.MAX_RESPONSE, largest.await().payload().length);

    Background larger = Background.invoke(lambda, "{}");
    Response refused = client.respond(client.next().requestId(), body + "x");
    assertEquals(413, refused.status());
    assertTrue(refused.text().contains("6291556"), refused.text());
    FunctionError error = larger.await().error().orElseThrow();
    assertEquals("Function.ResponseSizeTooLarge", error.type());
    Response next = client.respond("x", "");
    assertEquals(400, next.status(), "the connection is usable after a refusal");
  }

  @Test
  void refusesErrorsAboveOneMebibyte() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    String id = client.next().requestId();
    assertEquals(413, client.error(id, "x".repeat(RuntimeApi.MAX_ERROR + 1)).status());
    assertTrue(invocation.await().error().isPresent());
  }

  @Test
  void tellsTheCallerOfATruncatedResponse() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    String id = client.next().requestId();
    client.send(
        "POST /2018-06-01/runtime/invocation/"
            + id
            + "/response HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
    client.close();
    assertEquals("Runtime.TruncatedResponse", invocation.await().error().orElseThrow().type());
  }

  @Test
  void servesManyWorkersAtOnce() throws IOException {
    try (RawClient other = new RawClient(lambda.port())) {
      Background one = Background.invoke(lambda, "1");
      Response first = client.next();
      Background two = Background.invoke(lambda, "2");
      Response second = other.next();
      other.respond(second.requestId(), second.text() + "0");
      assertEquals("20", two.await().text());
      assertFalse(one.isDone());
      client.respond(first.requestId(), first.text() + "0");
      assertEquals("10", one.await().text());
    }
  }

  @Test
  void givesTheEventOfAVanishedWorkerToAnother() throws IOException, InterruptedException {
    try (RawClient gone = new RawClient(lambda.port())) {
      gone.sendGet(RawClient.NEXT);
      while (lambda.requests().isEmpty()) {
        Thread.sleep(1);
      }
    }
    while (lambda.connections() > 1) {
      Thread.sleep(1);
    }
    Background invocation = Background.invoke(lambda, "{}");
    client.respond(client.next().requestId(), "1");
    assertEquals("1", invocation.await().text());
  }

  @Test
  void hearsAFunctionThatHasEndedUntilItsConnectionsHave()
      throws IOException, InterruptedException {
    try (RuntimeApiEmulator other = RuntimeApiEmulator.builder().start();
        RawClient guest = new RawClient(other.port())) {
      assertEquals(404, guest.get("/favicon.ico").status());
      assertFalse(other.isDraining());
      try (RawClient function = new RawClient(other.port())) {
        function.sendGet(RawClient.NEXT);
        while (other.requests().isEmpty()) {
          Thread.sleep(1);
        }
        assertTrue(other.isDraining());
      }
      while (other.isDraining()) {
        Thread.sleep(1);
      }
    }
  }

  @Test
  void answersWithTheInitError() throws IOException {
    Response accepted =
        client.post("/2018-06-01/runtime/init/error", ERROR, RuntimeApi.ERROR_TYPE, "Runtime.Init");
    assertEquals(202, accepted.status());
    assertEquals(403, client.post("/2018-06-01/runtime/init/error", ERROR).status());
    InvocationResult result = lambda.invoke("{}");
    assertEquals("none left", result.error().orElseThrow().message());
    assertEquals("Runtime.Init", result.error().orElseThrow().category());
    assertEquals(Duration.ZERO, result.duration());
  }

  @Test
  void refusesAnInitErrorAfterTheInit() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    String id = client.next().requestId();
    assertEquals(403, client.post("/2018-06-01/runtime/init/error", ERROR).status());
    client.respond(id, "1");
    assertEquals("1", invocation.await().text());
  }

  @Test
  void knowsRestoreOnlyWithSnapStart() throws IOException {
    assertEquals(404, client.get("/2018-06-01/runtime/restore/next").status());
    assertEquals(403, client.post("/2018-06-01/runtime/restore/error", ERROR).status());
    try (RuntimeApiEmulator snapStart = RuntimeApiEmulator.builder().snapStart(true).start();
        RawClient runtime = new RawClient(snapStart.port())) {
      assertEquals(200, runtime.get("/2018-06-01/runtime/restore/next").status());
      assertEquals(202, runtime.post("/2018-06-01/runtime/restore/error", ERROR).status());
      assertEquals("none left", snapStart.invoke("{}").error().orElseThrow().message());
    }
  }

  @Test
  void registersAnInternalExtensionAndLetsItWait() throws IOException, InterruptedException {
    String register = "/2020-01-01/extension/register";
    assertEquals(403, client.post(register, "{\"events\":[]}").status());
    Response registered =
        client.post(register, "{\"events\":[]}", "Lambda-Extension-Name", "graceful");
    assertEquals(200, registered.status());
    assertTrue(registered.text().contains("\"functionName\":\"orders\""), registered.text());
    String id = registered.headers().get("lambda-extension-identifier");
    String next = "/2020-01-01/extension/event/next";
    assertEquals(403, client.get(next, "Lambda-Extension-Identifier", "other").status());
    try (RawClient extension = new RawClient(lambda.port())) {
      extension.sendGet(next, "Lambda-Extension-Identifier", id);
      Background invocation = Background.invoke(lambda, "{}");
      client.respond(client.next().requestId(), "1");
      assertEquals("1", invocation.await().text());
      lambda.close();
      assertTrue(extension.isClosedByServer(), "no event came before the end");
    }
  }

  @Test
  void refusesExtensionsThatAskTooMuchOrTooLate() throws IOException {
    String register = "/2020-01-01/extension/register";
    String[] name = {"Lambda-Extension-Name", "x"};
    assertEquals(403, client.post(register, "{\"events\":[\"SHUTDOWN\"]}", name).status());
    assertEquals(501, client.post(register, "{\"events\":[\"INVOKE\"]}", name).status());
    assertEquals(400, client.post(register, "{\"events\":7}", name).status());
    assertEquals(400, client.post(register, "nonsense", name).status());
    Background.invoke(lambda, "{}");
    client.next();
    assertEquals(403, client.post(register, "{\"events\":[]}", name).status());
  }

  @Test
  void saysWhatIsWrongIfNobodyAsks() {
    try (RuntimeApiEmulator alone =
        RuntimeApiEmulator.builder()
            .startTimeout(Duration.ofMillis(20))
            .timeout(Duration.ofMillis(20))
            .start()) {
      FunctionError error = alone.invoke("{}").error().orElseThrow();
      assertEquals("Sandbox.Timedout", error.type());
      assertTrue(error.message().contains("AWS_LAMBDA_RUNTIME_API"), error.message());
    }
  }

  @Test
  void recordsRequests() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    String id = client.next().requestId();
    client.respond(id, "[1]", "X-Custom", "a", "X-Custom", "b");
    invocation.await();
    List<RecordedRequest> requests = lambda.requests();
    assertEquals(2, requests.size());
    assertEquals("GET " + RawClient.NEXT, requests.getFirst().toString());
    RecordedRequest response = requests.getLast();
    assertEquals("POST", response.method());
    assertEquals("/2018-06-01/runtime/invocation/" + id + "/response", response.path());
    assertEquals("[1]", response.text());
    assertEquals(List.of("a", "b"), response.headers().get("x-custom"));
    assertEquals("a", response.header("X-CUSTOM").orElseThrow());
    assertTrue(response.trailers().isEmpty());
    lambda.clearRequests();
    assertTrue(lambda.requests().isEmpty());
  }

  @Test
  void recordsNoMoreThanAsked() throws IOException {
    try (RuntimeApiEmulator forgetful = RuntimeApiEmulator.builder().recordedRequests(2).start();
        RawClient worker = new RawClient(forgetful.port())) {
      for (String id : List.of("a", "b", "c")) {
        worker.respond(id, "");
      }
      assertEquals(
          List.of(
              "POST /2018-06-01/runtime/invocation/b/response",
              "POST /2018-06-01/runtime/invocation/c/response"),
          forgetful.requests().stream().map(RecordedRequest::toString).toList());
    }
  }

  @Test
  void endsInvocationsWhenClosed() throws IOException {
    Background invocation = Background.invoke(lambda, "{}");
    client.next();
    lambda.close();
    assertEquals("Runtime.ExitError", invocation.await().error().orElseThrow().type());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /2018-06-01/runtime/invocation/next, 405",
    "GET, /2018-06-01/runtime/invocation/x/response, 405",
    "GET, /2018-06-01/runtime/init/error, 405",
    "GET, /2018-06-01/runtime/invocation/x/other, 404",
    "GET, /2018-06-01/runtime/invocation/response, 405",
    "GET, /, 404",
    "POST, /2020-01-01/extension/event/next, 405",
    "GET, /2020-01-01/extension/other, 404",
  })
  void refusesOtherPathsAndMethods(String method, String path, int status) throws IOException {
    client.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
    assertEquals(status, client.read().status());
  }
}
