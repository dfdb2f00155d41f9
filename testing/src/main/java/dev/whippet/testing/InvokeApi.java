package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.testing.internal.http.Headers;
import dev.whippet.testing.internal.http.HttpExchange;
import dev.whippet.testing.internal.http.HttpHandler;
import dev.whippet.testing.internal.http.HttpResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lambda's Invoke, for curl and for AWS SDKs pointed at it. There is one function, whatever name
/// it is called by.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
final class InvokeApi implements HttpHandler {
  private static final String FUNCTIONS = "/2015-03-31/functions/";
  private static final int MAX_ASYNCHRONOUS = 1024 * 1024;
  private static final int MAX_LOG = 4096;

  private volatile LambdaFunction function;

  /// Sets the function; before, every request is answered 404.
  void serve(LambdaFunction target) {
    function = target;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.request().path();
    LambdaFunction target = function;
    if (target == null || !path.startsWith(FUNCTIONS) || !path.endsWith("/invocations")) {
      exchange.respond(
          error(404, "ResourceNotFoundException", "expected " + FUNCTIONS + "{name}/invocations"));
    } else if (!exchange.request().method().equals("POST")) {
      exchange.respond(error(405, "MethodNotAllowedException", "the method is POST"));
    } else {
      exchange.respond(invoke(exchange, target));
    }
  }

  private static HttpResponse invoke(HttpExchange exchange, LambdaFunction target)
      throws IOException {
    Headers headers = exchange.request().headers();
    String type =
        headers.first("X-Amz-Invocation-Type").orElse("RequestResponse").toLowerCase(Locale.ROOT);
    int limit = type.equals("event") ? MAX_ASYNCHRONOUS : RuntimeApi.MAX_RESPONSE;
    Optional<byte[]> body = exchange.readBody(limit);
    if (body.isEmpty()) {
      return error(
          413, "RequestTooLargeException", "Request must be smaller than " + limit + " bytes");
    }
    byte[] event = body.get().length == 0 ? "{}".getBytes(UTF_8) : body.get();
    if (!Json.isValid(event)) {
      return error(400, "InvalidRequestContentException", "Could not parse request body into json");
    }
    Invocation invocation = Invocation.of(event);
    try {
      invocation = withHeaders(invocation, headers);
    } catch (IllegalArgumentException e) {
      return error(
          400, "InvalidRequestContentException", "X-Amz-Client-Context is not JSON in base64");
    }
    return switch (type) {
      case "requestresponse" ->
          answer(
              target.invoke(invocation),
              headers.first("X-Amz-Log-Type").orElse("").equalsIgnoreCase("Tail"));
      case "event" -> accept(target, invocation);
      case "dryrun" -> HttpResponse.of(204).header("x-amzn-RequestId", Ids.random());
      default ->
          error(
              400,
              "InvalidParameterValueException",
              "X-Amz-Invocation-Type is RequestResponse, Event or DryRun");
    };
  }

  private static Invocation withHeaders(Invocation invocation, Headers headers) {
    String context =
        headers
            .first("X-Amz-Client-Context")
            .map(text -> new String(Base64.getDecoder().decode(text), UTF_8).replaceAll("\\R", " "))
            .orElse(null);
    return invocation
        .withClientContext(context)
        .withTenantId(headers.first("X-Amz-Tenant-Id").orElse(null))
        .withTraceId(headers.first("X-Amzn-Trace-Id").orElse(null));
  }

  private static HttpResponse accept(LambdaFunction target, Invocation invocation) {
    String requestId = Ids.random();
    Invocation identified = invocation.withRequestId(requestId);
    Thread.ofVirtual().name("whippet-event").start(() -> target.invoke(identified));
    return HttpResponse.of(202).header("x-amzn-RequestId", requestId);
  }

  private static HttpResponse answer(InvocationResult result, boolean withLog) {
    HttpResponse response =
        HttpResponse.of(200)
            .header("Content-Type", result.contentType().orElse("application/json"))
            .header("x-amzn-RequestId", result.requestId())
            .header("X-Amz-Executed-Version", "$LATEST");
    if (result.error().isPresent()) {
      response.header("X-Amz-Function-Error", "Unhandled");
    }
    if (withLog) {
      response.header("X-Amz-Log-Result", log(result));
    }
    return response.body(result.payload());
  }

  private static String log(InvocationResult result) {
    StringBuilder log = new StringBuilder();
    log.append("START RequestId: ").append(result.requestId()).append(" Version: $LATEST\n");
    result.log().forEach(line -> log.append(line).append('\n'));
    log.append("END RequestId: ").append(result.requestId()).append('\n');
    log.append(ReportingFunction.line(result)).append('\n');
    byte[] bytes = log.toString().getBytes(UTF_8);
    byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - MAX_LOG), bytes.length);
    return Base64.getEncoder().encodeToString(tail);
  }

  private static HttpResponse error(int status, String type, String message) {
    String json = Json.write(Map.of("Type", "User", "Message", message));
    return HttpResponse.json(status, json).header("x-amzn-ErrorType", type);
  }
}
