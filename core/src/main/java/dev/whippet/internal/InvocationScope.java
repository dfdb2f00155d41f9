package dev.whippet.internal;

import dev.whippet.Context;
import org.slf4j.MDC;

/// What other libraries find of the current invocation outside its [Context].
final class InvocationScope {
  private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

  private InvocationScope() {}

  /// Sets the property from which AWS's X-Ray and SDK for Java take the trace header, unless there
  /// are several workers, since it is process-wide; and for JSON lines the MDC.
  static void enter(Context context, LambdaEnvironment environment) {
    String trace = context.traceId().orElse(null);
    if (environment.maxConcurrency() == 1 && trace == null) {
      System.clearProperty(TRACE_HEADER);
    } else if (environment.maxConcurrency() == 1) {
      System.setProperty(TRACE_HEADER, trace);
    }
    if (environment.jsonLogs()) {
      MDC.put("requestId", context.requestId());
      context.tenantId().ifPresent(tenant -> MDC.put("tenantId", tenant));
      context.traceId().ifPresent(header -> MDC.put("traceId", header));
    }
  }

  /// The user's own entries go too: they belong to the invocation.
  static void leave(LambdaEnvironment environment) {
    if (environment.jsonLogs()) {
      MDC.clear();
    }
  }
}
