package dev.whippet.internal;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.whippet.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Handlers written against AWS's aws-lambda-java-core. The only class, with [AwsContext], that
/// needs it, so it may be absent.
final class AwsHandlers {
  private AwsHandlers() {}

  /// The function of an AWS handler, or null if it is none.
  static Function function(Object handler, FunctionFactory factory) {
    // in a package for Lambda, AWS's interfaces may be in the module of the function
    AwsHandlers.class.getModule().addReads(handler.getClass().getModule());
    if (!isPresent()) {
      return null;
    } else if (handler instanceof RequestStreamHandler stream) {
      return (Function.Buffered)
          (event, result, context) -> call(stream, event, result, new AwsContext(context, factory));
    }
    return handler instanceof RequestHandler<?, ?> typed ? typed(typed, factory) : null;
  }

  private static boolean isPresent() {
    try {
      return RequestHandler.class.isInterface();
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }

  /// With a stream of its own: a handler may keep it, and write when the invocation is over.
  private static void call(
      RequestStreamHandler handler, byte[] event, PayloadBuffer result, AwsContext context)
      throws IOException {
    PayloadBuffer own = new PayloadBuffer();
    handler.handleRequest(new ByteArrayInputStream(event), own, context);
    own.checkSize();
    result.write(own.bytes(), 0, own.size());
  }

  private static <I, O> Function typed(RequestHandler<I, O> handler, FunctionFactory factory) {
    return factory.declared(
        handler.getClass(),
        RequestHandler.class,
        (I event, Context context) ->
            handler.handleRequest(event, new AwsContext(context, factory)));
  }
}
