package dev.whippet.testing;

import dev.whippet.testing.internal.http.HttpExchange;
import dev.whippet.testing.internal.http.HttpHandler;
import dev.whippet.testing.internal.http.HttpResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What an internal extension without events needs: it registers, and then waits for ever. Runtimes
/// do so because Lambda sends SIGTERM only where an extension is registered.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Lambda
///   Extensions API</a>
final class ExtensionsApi implements HttpHandler {
  static final String VERSION = "/2020-01-01/extension";
  private static final String NAME = "Lambda-Extension-Name";
  private static final String IDENTIFIER = "Lambda-Extension-Identifier";
  private static final int MAX_BODY = 64 * 1024;

  private final WorkerPool workers;
  private final RequestLog requests;
  private final Map<String, String> registration;
  private final Set<String> identifiers = ConcurrentHashMap.newKeySet();

  ExtensionsApi(WorkerPool workers, RequestLog requests, String functionName, String handler) {
    this.workers = workers;
    this.requests = requests;
    Map<String, String> body = new LinkedHashMap<>();
    body.put("functionName", functionName);
    body.put("functionVersion", "$LATEST");
    body.put("handler", handler);
    this.registration = body;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Optional<byte[]> body = exchange.readBody(MAX_BODY);
    requests.add(RuntimeApi.record(exchange, body.orElse(new byte[0])));
    switch (exchange.request().path()) {
      case VERSION + "/register" -> register(exchange, body.orElse(new byte[0]));
      case VERSION + "/event/next" -> next(exchange);
      case VERSION + "/init/error", VERSION + "/exit/error" -> error(exchange);
      default -> exchange.respond(RuntimeApi.notFound());
    }
  }

  private void register(HttpExchange exchange, byte[] body) throws IOException {
    if (!RuntimeApi.isMethod(exchange, "POST")) {
      return;
    }
    if (exchange.request().headers().first(NAME).orElse("").isEmpty()) {
      refuse(exchange, 403, "Extension.InvalidExtensionName", "header " + NAME + " is missing");
      return;
    }
    if (workers.isReady()) {
      refuse(
          exchange,
          403,
          "Extension.RegistrationClosed",
          "extensions register before the runtime's first request for an event");
      return;
    }
    List<?> events;
    try {
      events =
          body.length == 0
              ? List.of()
              : (List<?>) Json.object(body).getOrDefault("events", List.of());
    } catch (IOException | ClassCastException e) {
      refuse(exchange, 400, "InvalidRequestFormat", "expected {\"events\":[...]}");
      return;
    }
    if (events.contains("SHUTDOWN")) {
      refuse(
          exchange,
          403,
          "ShutdownEventNotSupportedForInternalExtension",
          "an internal extension cannot subscribe to SHUTDOWN");
      return;
    }
    if (!events.isEmpty()) {
      refuse(exchange, 501, "NotEmulated", "the emulator knows extensions without events only");
      return;
    }
    String identifier = Ids.random();
    identifiers.add(identifier);
    exchange.respond(
        HttpResponse.json(200, Json.write(registration)).header(IDENTIFIER, identifier));
  }

  private void next(HttpExchange exchange) throws IOException {
    if (RuntimeApi.isMethod(exchange, "GET") && isRegistered(exchange)) {
      // an event never comes: the answer stays open as long as the connection
      exchange.defer();
    }
  }

  private void error(HttpExchange exchange) throws IOException {
    if (RuntimeApi.isMethod(exchange, "POST") && isRegistered(exchange)) {
      exchange.respond(RuntimeApi.accepted());
    }
  }

  private boolean isRegistered(HttpExchange exchange) throws IOException {
    Optional<String> identifier = exchange.request().headers().first(IDENTIFIER);
    if (identifier.isPresent() && identifiers.contains(identifier.get())) {
      return true;
    }
    refuse(
        exchange,
        403,
        "Extension.InvalidExtensionIdentifier",
        "header " + IDENTIFIER + " is not what the registration answered");
    return false;
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.respond(RuntimeApi.refusal(status, type, message));
  }
}
