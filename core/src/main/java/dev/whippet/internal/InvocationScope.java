package dev.whippet.internal;

import dev.whippet.Context;
import org.slf4j.MDC;

/// What other libraries find of the current invocation outside its [Context].
///
/// @param trace whether to set the property from which AWS's X-Ray and SDK for Java take the trace
///   header; it is process-wide, so not with several workers
/// @param mdc whether to set the MDC, for JSON lines
record InvocationScope(boolean trace, boolean mdc) {
  private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

  static InvocationScope of(LambdaEnvironment environment) {
    return new InvocationScope(environment.maxConcurrency() == 1, environment.jsonLogs());
  }

  void enter(Context context) {
    if (trace) {
      context
          .traceId()
          .ifPresentOrElse(
              header -> System.setProperty(TRACE_HEADER, header),
              () -> System.clearProperty(TRACE_HEADER));
    }
    if (mdc) {
      MDC.put("requestId", context.requestId());
      context.tenantId().ifPresent(tenant -> MDC.put("tenantId", tenant));
      context.traceId().ifPresent(header -> MDC.put("traceId", header));
    }
  }

  /// The user's own entries go too: they belong to the invocation.
  void leave() {
    if (mdc) {
      MDC.clear();
    }
  }
}
