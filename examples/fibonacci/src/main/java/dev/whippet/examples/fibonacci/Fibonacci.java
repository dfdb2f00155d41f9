package dev.whippet.examples.fibonacci;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.util.Map;

/// Answers any event with the 35th Fibonacci number, calculated the slow way:
/// `{"statusCode":200,"body":"fibonacci(35)=9227465"}`. 30 million calls, no memory: nothing but
/// the compiler's work counts.
public final class Fibonacci implements Handler<Map<String, Object>, Fibonacci.Response> {
  private static final int N = 35;

  /// The answer, as HTTP integrations like it.
  ///
  /// @param statusCode the HTTP status
  /// @param body the result
  public record Response(int statusCode, String body) {}

  /// Called by Whippet.
  public Fibonacci() {}

  @Override
  public Response handle(Map<String, Object> event, Context context) {
    return new Response(200, "fibonacci(" + N + ")=" + fibonacci(N));
  }

  static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  /// Serves the function.
  ///
  /// @param args none
  public static void main(String[] args) {
    Whippet.run(Fibonacci::new);
  }
}
