package dev.whippet.internal;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.whippet.internal.json.JavaType;
import java.io.ByteArrayInputStream;

/// Handlers written against AWS's aws-lambda-java-core. The only class, with [AwsContext], that
/// needs it, so it may be absent.
final class AwsHandlers {
  private AwsHandlers() {}

  /// The function of an AWS handler, or null if it is none.
  static Function function(Object handler, FunctionFactory factory) {
    // in a package for Lambda, AWS's interfaces may be in the module of the function
    AwsHandlers.class.getModule().addReads(handler.getClass().getModule());
    try {
      if (handler instanceof RequestStreamHandler stream) {
        return (Function.Buffered)
            (event, result, context) ->
                stream.handleRequest(
                    new ByteArrayInputStream(event), result, new AwsContext(context));
      }
      return handler instanceof RequestHandler<?, ?> typed ? typed(typed, factory) : null;
    } catch (NoClassDefFoundError e) {
      return null;
    }
  }

  private static <I, O> Function typed(RequestHandler<I, O> handler, FunctionFactory factory) {
    JavaType types = JavaType.of(handler.getClass()).as(RequestHandler.class);
    return factory.typed(
        (I event, dev.whippet.Context context) ->
            handler.handleRequest(event, new AwsContext(context)),
        types.argument(0),
        types.argument(1));
  }
}
