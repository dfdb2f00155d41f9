package ${package};

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;

/// Greets whom the event names.
public final class Function implements Handler<Function.Request, Function.Response> {
  record Request(String name) {}

  record Response(String message) {}

  @Override
  public Response handle(Request request, Context context) {
    return new Response("Hello, " + request.name());
  }

  public static void main(String[] args) {
    Whippet.run(Function::new);
  }
}
