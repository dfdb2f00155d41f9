package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.RawClient.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The doors by which callers come in, with a runtime by hand behind them.
class FrontDoorTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final HttpClient http = HttpClient.newHttpClient();
  private ServeCommand serving;
  private RawClient runtime;

  @BeforeEach
  void serve() throws Exception {
    CommandLine line = CommandLine.parse("--port", "0", "--name", "orders");
    serving =
        new ServeCommand(
            line, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    runtime = new RawClient(serving.emulator().port());
  }

  @AfterEach
  void close() throws IOException {
    runtime.close();
    serving.close();
    http.close();
  }

  private HttpRequest.Builder invokeApi(String body) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://"
                    + serving.emulator().address()
                    + "/2015-03-31/functions/orders/invocations?Qualifier=live"))
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder url(String path) {
    return HttpRequest.newBuilder(URI.create(serving.functionUrl().replaceAll("/$", path)));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  @Test
  void printsTheDoorsTheEnvironmentAndACurlLine() {
    String text = out.toString(UTF_8);
    assertTrue(text.contains("export AWS_LAMBDA_RUNTIME_API='" + serving.emulator().address()));
    assertTrue(text.contains("export AWS_LAMBDA_FUNCTION_NAME='orders'"), text);
    assertTrue(text.contains("curl -d '{}' http://" + serving.emulator().address()), text);
    assertTrue(text.contains("Function URL  " + serving.functionUrl()), text);
  }

  @Test
  void invokes() throws IOException {
    var answer =
        send(
            invokeApi("{\"n\":1}")
                .header("X-Amz-Tenant-Id", "tenant-7")
                .header("X-Amz-Log-Type", "Tail")
                .header(
                    "X-Amz-Client-Context",
                    Base64.getEncoder().encodeToString("{\"client\":{}}".getBytes(UTF_8))));
    Response event = runtime.next();
    assertEquals("{\"n\":1}", event.text());
    assertEquals("tenant-7", event.headers().get("lambda-runtime-aws-tenant-id"));
    assertEquals("{\"client\":{}}", event.headers().get("lambda-runtime-client-context"));
    runtime.respond(event.requestId(), "[1]", "Content-Type", "application/json");
    HttpResponse<String> response = answer.join();
    assertEquals(200, response.statusCode());
    assertEquals("[1]", response.body());
    assertEquals("application/json", header(response, "Content-Type"));
    assertEquals("none", header(response, "X-Amz-Function-Error"));
    assertEquals("$LATEST", header(response, "X-Amz-Executed-Version"));
    assertEquals(event.requestId(), header(response, "x-amzn-RequestId"));
    String log =
        new String(Base64.getDecoder().decode(header(response, "X-Amz-Log-Result")), UTF_8);
    assertTrue(log.startsWith("START RequestId: " + event.requestId()), log);
    assertTrue(log.contains("\nREPORT RequestId: "), log);
    assertTrue(err.toString(UTF_8).contains("REPORT RequestId: " + event.requestId()));
  }

  @Test
  void marksAnErrorOfTheFunction() throws IOException {
    var answer = send(invokeApi("{}"));
    runtime.error(runtime.next().requestId(), "{\"errorType\":\"E\"}");
    HttpResponse<String> response = answer.join();
    assertEquals(200, response.statusCode());
    assertEquals("Unhandled", header(response, "X-Amz-Function-Error"));
    assertEquals("{\"errorType\":\"E\"}", response.body());
  }

  @Test
  void acceptsAnEventWithoutWaiting() throws IOException {
    HttpResponse<String> response =
        send(invokeApi("\"later\"").header("X-Amz-Invocation-Type", "Event")).join();
    assertEquals(202, response.statusCode());
    Response event = runtime.next();
    assertEquals("\"later\"", event.text());
    assertEquals(event.requestId(), header(response, "x-amzn-RequestId"));
    runtime.respond(event.requestId(), "null");
  }

  @Test
  void doesNotRunADryRun() {
    var response = send(invokeApi("{}").header("X-Amz-Invocation-Type", "DryRun")).join();
    assertEquals(204, response.statusCode());
    assertTrue(serving.emulator().requests().isEmpty());
  }

  @Test
  void refusesBadInvocations() {
    assertRefused(400, "InvalidRequestContentException", invokeApi("{\"n\":"));
    assertRefused(400, "InvalidRequestContentException", invokeApi("{} {}"));
    assertRefused(
        400, "InvalidRequestContentException", invokeApi("{}").header("X-Amz-Client-Context", "!"));
    assertRefused(
        400,
        "InvalidParameterValueException",
        invokeApi("{}").header("X-Amz-Invocation-Type", "Now"));
    String big = "\"" + "x".repeat(1024 * 1024) + "\"";
    assertRefused(
        413, "RequestTooLargeException", invokeApi(big).header("X-Amz-Invocation-Type", "Event"));
    assertRefused(405, "MethodNotAllowedException", invokeApi("").GET());
    URI other = URI.create("http://" + serving.emulator().address() + "/2015-03-31/layers");
    assertRefused(404, "ResourceNotFoundException", HttpRequest.newBuilder(other));
  }

  private void assertRefused(int status, String type, HttpRequest.Builder request) {
    HttpResponse<String> response = send(request).join();
    assertEquals(status, response.statusCode());
    assertEquals(type, header(response, "x-amzn-ErrorType"));
  }

  @Test
  void takesNoBodyForAnEmptyObject() throws IOException {
    var answer = send(invokeApi(""));
    Response event = runtime.next();
    assertEquals("{}", event.text());
    runtime.respond(event.requestId(), "1");
    assertEquals("1", answer.join().body());
  }

  @Test
  void makesAnEventOfAnHttpRequest() throws IOException {
    var answer =
        send(
            url("/a%20b/c?x=1&x=2&y=%C3%BC&empty")
                .header("Cookie", "a=1; b=2")
                .header("X-Many", "1")
                .header("X-Many", "2")
                .header("Content-Type", "application/json; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"n\":1}")));
    Response event = runtime.next();
    Map<String, Object> json = Json.object(event.text().getBytes(UTF_8));
    assertEquals("2.0", json.get("version"));
    assertEquals("/a%20b/c", json.get("rawPath"));
    assertEquals("x=1&x=2&y=%C3%BC&empty", json.get("rawQueryString"));
    assertEquals(List.of("a=1", "b=2"), json.get("cookies"));
    assertEquals(Map.of("x", "1,2", "y", "\u00fc", "empty", ""), json.get("queryStringParameters"));
    Map<?, ?> headers = (Map<?, ?>) json.get("headers");
    assertEquals("1,2", headers.get("x-many"));
    assertFalse(headers.containsKey("cookie"));
    assertEquals("{\"n\":1}", json.get("body"));
    assertEquals(false, json.get("isBase64Encoded"));
    Map<?, ?> context = (Map<?, ?>) json.get("requestContext");
    assertEquals("PUT", ((Map<?, ?>) context.get("http")).get("method"));
    assertEquals(event.requestId(), context.get("requestId"));
    runtime.respond(
        event.requestId(),
        "{\"statusCode\":201,\"headers\":{\"X-A\":\"b\",\"Content-Type\":\"text/plain\","
            + "\"Content-Length\":\"999\"},\"cookies\":[\"c=1\",\"d=2\"],\"body\":\"done\"}");
    HttpResponse<String> response = answer.join();
    assertEquals(201, response.statusCode());
    assertEquals("done", response.body());
    assertEquals("b", header(response, "X-A"));
    assertEquals("text/plain", header(response, "Content-Type"));
    assertEquals(List.of("c=1", "d=2"), response.headers().allValues("Set-Cookie"));
  }

  @Test
  void passesBinaryBodiesInBase64() throws IOException {
    byte[] bytes = {0, (byte) 0xff, 1};
    var answer =
        http.sendAsync(
            url("/").POST(HttpRequest.BodyPublishers.ofByteArray(bytes)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    Response event = runtime.next();
    Map<String, Object> json = Json.object(event.text().getBytes(UTF_8));
    assertEquals(true, json.get("isBase64Encoded"));
    assertEquals(Base64.getEncoder().encodeToString(bytes), json.get("body"));
    runtime.respond(
        event.requestId(),
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"" + json.get("body") + "\"}");
    assertEquals(List.of((byte) 0, (byte) 0xff, (byte) 1), boxed(answer.join().body()));
  }

  private static List<Byte> boxed(byte[] bytes) {
    return List.of(bytes[0], bytes[1], bytes[2]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"message\":\"hi\"}             | 200 | {\"message\":\"hi\"}",
        "\"text\"                         | 200 | \"text\"",
        "[1,2]                            | 200 | [1,2]",
        "{\"statusCode\":\"404\"}         | 404 | ''",
        "{\"statusCode\":204}             | 204 | ''",
      })
  void infersTheResponse(String result, int status, String body) throws IOException {
    var answer = send(url("/").GET());
    runtime.respond(runtime.next().requestId(), result);
    HttpResponse<String> response = answer.join();
    assertEquals(status, response.statusCode());
    assertEquals(body, response.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"statusCode\":42}",
        "{\"statusCode\":\"ok\"}",
        "{\"statusCode\":200,\"headers\":{\"X\":\"a\\r\\nb\"}}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"!\"}",
      })
  void refusesResultsThatAreNoResponse(String result) throws IOException {
    var answer = send(url("/").GET());
    runtime.respond(runtime.next().requestId(), result);
    assertEquals(502, answer.join().statusCode());
  }

  @Test
  void hidesTheFunctionsErrorFromTheWebAndPrintsIt() throws IOException {
    var answer = send(url("/").GET());
    runtime.error(runtime.next().requestId(), "{\"errorMessage\":\"secret\"}");
    HttpResponse<String> response = answer.join();
    assertEquals(502, response.statusCode());
    assertFalse(response.body().contains("secret"), response.body());
    assertTrue(err.toString(UTF_8).contains("secret"));
  }

  @Test
  void streamsThrough() throws IOException {
    var answer = http.sendAsync(url("/").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    runtime.beginStream(
        runtime.next().requestId(),
        "Content-Type",
        "application/vnd.awslambda.http-integration-response");
    runtime.chunk("{\"statusCode\":202,\"headers\":{\"X-A\":\"b\"},\"cookies\":[\"c=1\"]}\0\0\0\0");
    runtime.chunk("\0\0\0\0one ");
    HttpResponse<InputStream> response = answer.join();
    assertEquals(202, response.statusCode());
    assertEquals("b", header(response, "X-A"));
    assertEquals("c=1", header(response, "Set-Cookie"));
    // the first piece is here although the function has not ended
    assertEquals("one ", new String(response.body().readNBytes(4), UTF_8));
    runtime.chunk("two");
    runtime.send("0\r\n\r\n");
    runtime.read();
    assertEquals("two", new String(response.body().readAllBytes(), UTF_8));
  }

  @Test
  void sendsAPreludeWithoutABody() throws IOException {
    var answer = send(url("/").GET());
    runtime.beginStream(
        runtime.next().requestId(),
        "Content-Type",
        "application/vnd.awslambda.http-integration-response");
    runtime.chunk("{\"statusCode\":302,\"headers\":{\"Location\":\"/x\"}}\0\0\0\0\0\0\0\0");
    runtime.send("0\r\n\r\n");
    runtime.read();
    HttpResponse<String> response = answer.join();
    assertEquals(302, response.statusCode());
    assertEquals("/x", header(response, "Location"));
    assertEquals("", response.body());
  }

  @Test
  void streamsWithoutAPrelude() throws IOException {
    var answer = send(url("/").GET());
    runtime.beginStream(runtime.next().requestId(), "Content-Type", "text/event-stream");
    runtime.chunk("data: 1\n\n");
    runtime.send("0\r\n\r\n");
    runtime.read();
    HttpResponse<String> response = answer.join();
    assertEquals("text/event-stream", header(response, "Content-Type"));
    assertEquals("data: 1\n\n", response.body());
  }

  @Test
  void cutsTheBodyOffWhereTheFunctionFailed() throws IOException {
    var answer = http.sendAsync(url("/").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    runtime.beginStream(runtime.next().requestId(), "Content-Type", "text/plain");
    runtime.chunk("part");
    runtime.send("0\r\nLambda-Runtime-Function-Error-Type: Runtime.UserException\r\n\r\n");
    runtime.read();
    InputStream body = answer.join().body();
    assertThrows(IOException.class, body::readAllBytes);
  }

  @ParameterizedTest
  @CsvSource({"'{\"statusCode\":200}'", "'nonsense\0\0\0\0\0\0\0\0'"})
  void refusesABrokenPrelude(String prelude) throws IOException {
    var answer = send(url("/").GET());
    runtime.beginStream(
        runtime.next().requestId(),
        "Content-Type",
        "application/vnd.awslambda.http-integration-response");
    runtime.chunk(prelude);
    runtime.send("0\r\n\r\n");
    runtime.read();
    assertEquals(502, answer.join().statusCode());
  }
}
