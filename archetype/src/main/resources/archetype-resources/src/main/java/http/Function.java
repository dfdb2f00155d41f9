package ${package};

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.util.Map;

/// Answers HTTP requests: of a function URL, or of an HTTP API of API Gateway (payload format 2.0).
public final class Function implements Handler<Function.Request, Function.Response> {
  /// What is used of the event; a component more, and there is more to use.
  record Request(String rawPath, Map<String, String> queryStringParameters) {}

  record Response(int statusCode, Map<String, String> headers, String body) {}

  @Override
  public Response handle(Request request, Context context) {
    if (!request.rawPath().equals("/")) {
      return text(404, "there is no " + request.rawPath());
    }
    Map<String, String> query = request.queryStringParameters();
    return text(200, "Hello, " + (query == null ? "World" : query.getOrDefault("name", "World")));
  }

  private static Response text(int status, String body) {
    return new Response(status, Map.of("content-type", "text/plain; charset=utf-8"), body + "\n");
  }

  public static void main(String[] args) {
    Whippet.run(Function::new);
  }
}
