package dev.whippet.internal;

import dev.whippet.Context;
import dev.whippet.runtimeapi.Invocation;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;

/// Calls the function with an event of the user's before Lambda's first, so that what is set up at
/// the first call is set up in the start, which Lambda does not throttle.
final class Priming {
  private static final String REQUEST_ID = "prime";

  private Priming() {}

  /// Calls it, and forgets its result. What it throws is logged: a function that could not be
  /// primed can still be called.
  static void call(Function function, byte[] event, LambdaEnvironment environment) {
    Invocation invocation =
        new Invocation(
            REQUEST_ID,
            Optional.empty(),
            Instant.MAX,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            event);
    Context context = InvocationContext.of(invocation, environment);
    InvocationScope.enter(context, environment);
    try {
      if (function instanceof Function.Buffered buffered) {
        PayloadBuffer result = new PayloadBuffer();
        buffered.call(event, result, context);
        result.checkSize();
      } else if (function instanceof Function.Streaming streaming) {
        try (LambdaResponseStream nowhere = new LambdaResponseStream(null, invocation)) {
          streaming.handler().handle(new ByteArrayInputStream(event), nowhere, context);
        }
      }
    } catch (Exception e) {
      RuntimeLog.error(REQUEST_ID, "the handler failed with the event to prime it", e);
    } finally {
      InvocationScope.leave(environment);
    }
  }
}
