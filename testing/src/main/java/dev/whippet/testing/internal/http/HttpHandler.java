package dev.whippet.testing.internal.http;

import java.io.IOException;

/// Answers requests, on the thread of their connection.
@FunctionalInterface
public interface HttpHandler {
  /// Answers one request, or defers the answer.
  ///
  /// @throws IOException closes the connection
  void handle(HttpExchange exchange) throws IOException;
}
