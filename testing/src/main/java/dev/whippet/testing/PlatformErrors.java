package dev.whippet.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// What Lambda tells the caller when the function itself does not answer.
final class PlatformErrors {
  private PlatformErrors() {}

  static FunctionError exited(String requestId, int status) {
    String reason =
        switch (status) {
          case 0 -> "Runtime exited without providing a reason";
          // 128 plus the number of the signal that ended the process
          case 134 -> "Runtime exited with error: signal: aborted";
          case 137 -> "Runtime exited with error: signal: killed";
          case 139 -> "Runtime exited with error: signal: segmentation fault";
          default -> "Runtime exited with error: exit status " + status;
        };
    return FunctionError.platform(
        "Runtime.ExitError", "RequestId: " + requestId + " Error: " + reason);
  }

  static FunctionError timedOut(String requestId, Duration limit) {
    return FunctionError.platform(
        "Sandbox.Timedout",
        String.format(
            Locale.ROOT,
            "%s %s Task timed out after %.2f seconds",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            requestId,
            limit.toMillis() / 1000.0));
  }

  static FunctionError noWorker(String requestId, Duration patience) {
    FunctionError timeOut = timedOut(requestId, patience);
    return FunctionError.platform(
        timeOut.type(),
        timeOut.message()
            + ": nobody asked for an event (GET /2018-06-01/runtime/invocation/next);"
            + " is the function running, with AWS_LAMBDA_RUNTIME_API set to the emulator's address?");
  }

  static FunctionError tooLarge(int limit) {
    return FunctionError.platform(
        "Function.ResponseSizeTooLarge",
        "Response payload size exceeded maximum allowed payload size (" + limit + " bytes).");
  }

  static FunctionError truncated() {
    return FunctionError.platform("Runtime.TruncatedResponse", "Response payload is truncated");
  }

  static FunctionError invalidResponseMode(String mode) {
    return FunctionError.platform(
        "Runtime.InvalidResponseModeHeader", "Invalid response mode header: " + mode);
  }
}
