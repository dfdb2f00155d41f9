package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.testing.internal.http.Headers;
import dev.whippet.testing.internal.http.HttpExchange;
import dev.whippet.testing.internal.http.HttpHandler;
import dev.whippet.testing.internal.http.HttpResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The requests of the Runtime API and their answers.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda Runtime
///   API</a>
final class RuntimeApi implements HttpHandler {
  static final String VERSION = "/2018-06-01/runtime";

  /// 6 MB and a little for what Lambda adds itself.
  static final int MAX_RESPONSE = 6 * 1024 * 1024 + 100;

  static final int MAX_ERROR = 1024 * 1024;
  static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  static final String INVOCATION_ID = "Lambda-Runtime-Invocation-Id";

  private static final String RESPONSE_MODE = "Lambda-Runtime-Function-Response-Mode";
  private static final String INVOCATION = VERSION + "/invocation/";

  private final WorkerPool workers;
  private final Attempts attempts;
  private final RequestLog requests;
  private final boolean snapStart;

  RuntimeApi(WorkerPool workers, Attempts attempts, RequestLog requests, boolean snapStart) {
    this.workers = workers;
    this.attempts = attempts;
    this.requests = requests;
    this.snapStart = snapStart;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.request().path();
    switch (path) {
      case INVOCATION + "next" -> next(exchange);
      case VERSION + "/init/error" -> environmentError(exchange, false);
      case VERSION + "/restore/next" -> restoreNext(exchange);
      case VERSION + "/restore/error" -> environmentError(exchange, !snapStart);
      default -> {
        if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
          respond(exchange, id(path, "/response"));
        } else if (path.startsWith(INVOCATION) && path.endsWith("/error")) {
          error(exchange, id(path, "/error"));
        } else {
          requests.add(record(exchange, new byte[0]));
          exchange.respond(notFound());
        }
      }
    }
  }

  private static String id(String path, String suffix) {
    int end = Math.max(INVOCATION.length(), path.length() - suffix.length());
    // in a path + is a plus, which the decoder of forms takes for a space
    String id = path.substring(INVOCATION.length(), end).replace("+", "%2B");
    try {
      return URLDecoder.decode(id, UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    requests.add(record(exchange, new byte[0]));
    if (isMethod(exchange, "GET")) {
      workers.add(exchange.defer());
    }
  }

  private void restoreNext(HttpExchange exchange) throws IOException {
    requests.add(record(exchange, new byte[0]));
    if (!snapStart) {
      exchange.respond(notFound());
    } else if (isMethod(exchange, "GET")) {
      exchange.respond(HttpResponse.json(200, ""));
    }
  }

  private void environmentError(HttpExchange exchange, boolean wrongPhase) throws IOException {
    Optional<byte[]> body = exchange.readBody(MAX_ERROR);
    requests.add(record(exchange, body.orElse(new byte[0])));
    if (!isMethod(exchange, "POST")) {
      return;
    }
    if (body.isEmpty()) {
      exchange.respond(tooLarge(MAX_ERROR));
      return;
    }
    FunctionError error = FunctionError.reported(ErrorType.of(exchange.request()), body.get());
    Function<String, FunctionError> reason = _ -> error;
    if (wrongPhase || !workers.failInitialisation(reason)) {
      exchange.respond(invalidTransition());
    } else {
      exchange.respond(accepted());
    }
  }

  private void respond(HttpExchange exchange, String requestId) throws IOException {
    Optional<String> mode = exchange.request().headers().first(RESPONSE_MODE);
    if (mode.isPresent() && mode.get().equalsIgnoreCase("streaming")) {
      Attempt attempt = begin(exchange, requestId, Integer.MAX_VALUE);
      if (attempt != null) {
        new StreamingResponse(exchange, attempt, requests).receive();
      }
      return;
    }
    buffered(
        exchange,
        requestId,
        MAX_RESPONSE,
        (body, headers) ->
            mode.isPresent()
                ? Answer.error(PlatformErrors.invalidResponseMode(mode.get()), headers)
                : Answer.response(body, headers),
        mode.isPresent()
            ? refusal(400, "InvalidFunctionResponseMode", "Invalid function response mode")
            : accepted());
  }

  private void error(HttpExchange exchange, String requestId) throws IOException {
    String type = ErrorType.of(exchange.request());
    buffered(
        exchange,
        requestId,
        MAX_ERROR,
        (body, headers) -> Answer.error(FunctionError.reported(type, body), headers),
        accepted());
  }

  private interface AnswerFactory {
    Answer create(byte[] body, Map<String, List<String>> headers);
  }

  private void buffered(
      HttpExchange exchange,
      String requestId,
      int limit,
      AnswerFactory answers,
      HttpResponse status)
      throws IOException {
    Attempt attempt = begin(exchange, requestId, limit);
    if (attempt == null) {
      return;
    }
    Headers headers = exchange.request().headers();
    Optional<byte[]> body;
    try {
      body = exchange.readBody(limit);
    } catch (IOException e) {
      finish(attempt, Answer.error(PlatformErrors.truncated(), headers.asMap()));
      throw e;
    }
    requests.add(record(exchange, body.orElse(new byte[0])));
    if (body.isPresent()) {
      finish(exchange, attempt, answers.create(body.get(), headers.asMap()), status);
    } else {
      FunctionError error = PlatformErrors.tooLarge(limit);
      finish(exchange, attempt, Answer.error(error, headers.asMap()), tooLarge(limit));
    }
  }

  /// Checks that an answer is awaited; if none is, refuses it and returns null.
  private Attempt begin(HttpExchange exchange, String requestId, int limit) throws IOException {
    Attempt attempt = attempts.find(requestId);
    HttpResponse refusal;
    if (!exchange.request().method().equals("POST")) {
      refusal = methodNotAllowed("POST");
    } else if (attempt == null) {
      refusal = refusal(400, "InvalidRequestID", "Invalid request ID");
    } else if (isStale(exchange, attempt)) {
      refusal = timedOut();
    } else {
      refusal =
          switch (attempt.begin()) {
            case WAITING -> null;
            case RESPONDING, ANSWERED -> invalidTransition();
            case ABANDONED -> timedOut();
          };
    }
    if (refusal == null) {
      return attempt;
    }
    requests.add(record(exchange, exchange.readBody(limit).orElse(new byte[0])));
    exchange.respond(refusal);
    return null;
  }

  private static boolean isStale(HttpExchange exchange, Attempt attempt) {
    Optional<String> invocationId = exchange.request().headers().first(INVOCATION_ID);
    return invocationId.isPresent() && !invocationId.get().equals(attempt.invocationId());
  }

  /// Tells the runtime first and the caller then, who may end the runtime at once.
  static void finish(HttpExchange exchange, Attempt attempt, Answer answer, HttpResponse status)
      throws IOException {
    if (!attempt.claim()) {
      exchange.respond(timedOut());
      return;
    }
    try {
      exchange.respond(status);
    } finally {
      attempt.complete(answer);
    }
  }

  static void finish(Attempt attempt, Answer answer) {
    if (attempt.claim()) {
      attempt.complete(answer);
    }
  }

  static RecordedRequest record(HttpExchange exchange, byte[] body) {
    return new RecordedRequest(exchange.request(), body, exchange.trailers());
  }

  static boolean isMethod(HttpExchange exchange, String method) throws IOException {
    if (exchange.request().method().equals(method)) {
      return true;
    }
    exchange.respond(methodNotAllowed(method));
    return false;
  }

  static HttpResponse accepted() {
    return HttpResponse.json(202, "{\"status\":\"OK\"}\n");
  }

  static HttpResponse refusal(int status, String type, String message) {
    return HttpResponse.json(status, FunctionError.platform(type, message).json() + "\n");
  }

  private static HttpResponse invalidTransition() {
    return refusal(
        403, "InvalidStateTransition", "The request does not fit the state of the runtime");
  }

  private static HttpResponse timedOut() {
    return refusal(410, "InvokeTimeout", "The invocation has timed out");
  }

  static HttpResponse tooLarge(int limit) {
    return refusal(
        413,
        "RequestEntityTooLarge",
        "Exceeded maximum allowed payload size (" + limit + " bytes).");
  }

  private static HttpResponse methodNotAllowed(String allowed) {
    return refusal(405, "MethodNotAllowed", "The method is " + allowed).header("Allow", allowed);
  }

  static HttpResponse notFound() {
    return refusal(404, "NotFound", "No such path in the Runtime API");
  }
}
