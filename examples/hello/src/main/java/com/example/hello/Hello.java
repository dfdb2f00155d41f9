package com.example.hello;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;

/// Greets whom the event names.
public final class Hello implements Handler<Hello.Request, Hello.Response> {
  /// The event.
  ///
  /// @param name whom to greet
  public record Request(String name) {}

  /// The result.
  ///
  /// @param message the greeting
  public record Response(String message) {}

  /// Called by Whippet.
  public Hello() {}

  @Override
  public Response handle(Request request, Context context) {
    return new Response("Hello, " + request.name());
  }

  /// Serves events, in Lambda.
  ///
  /// @param args not used
  public static void main(String[] args) {
    Whippet.run(Hello::new);
  }
}
