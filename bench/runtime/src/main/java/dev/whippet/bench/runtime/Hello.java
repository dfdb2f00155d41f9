package dev.whippet.bench.runtime;

import dev.whippet.Context;
import dev.whippet.Handler;

/// Greets by name: a typed event in, a typed result out.
public final class Hello implements Handler<Hello.Request, Hello.Response> {
  /// The event.
  public record Request(String name) {}

  /// The result.
  public record Response(String message) {}

  @Override
  public Response handle(Request request, Context context) {
    return new Response("Hello, " + request.name());
  }
}
