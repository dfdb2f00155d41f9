package dev.whippet.testing;

import dev.whippet.testing.internal.http.HttpExchange;
import dev.whippet.testing.internal.http.HttpHandler;
import dev.whippet.testing.internal.http.HttpResponse;
import java.io.IOException;
import java.util.Optional;

/// A Lambda function URL: each request becomes an event, and its answer the response.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking Lambda
///   function URLs</a>
final class FunctionUrl implements HttpHandler {
  private final LambdaFunction function;

  FunctionUrl(LambdaFunction function) {
    this.function = function;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Optional<byte[]> body = exchange.readBody(RuntimeApi.MAX_RESPONSE);
    if (body.isEmpty()) {
      exchange.respond(RuntimeApi.tooLarge(RuntimeApi.MAX_RESPONSE));
      return;
    }
    String requestId = Ids.random();
    byte[] event = FunctionUrlEvent.of(exchange.request(), body.get(), requestId);
    FunctionUrlStream stream = new FunctionUrlStream(exchange);
    InvocationResult result =
        function.invoke(Invocation.of(event).withRequestId(requestId).withSink(stream));
    if (stream.end(result.error().isEmpty())) {
      return;
    }
    if (result.error().isPresent()) {
      // the caller is not told more: the error is in the log
      exchange.respond(HttpResponse.json(502, "{\"Message\":\"Internal Server Error\"}"));
    } else {
      exchange.respond(FunctionUrlResponse.of(result.payload()));
    }
  }
}
