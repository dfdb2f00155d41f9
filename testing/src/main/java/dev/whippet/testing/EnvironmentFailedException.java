package dev.whippet.testing;

import java.util.function.Function;

/// The function cannot take events: its initialisation failed, its process ended, or it never
/// asked.
final class EnvironmentFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Function<String, FunctionError> reason;

  EnvironmentFailedException(Function<String, FunctionError> reason) {
    super("the execution environment failed");
    this.reason = reason;
  }

  FunctionError error(String requestId) {
    return reason.apply(requestId);
  }
}
