package dev.whippet.internal;

import dev.whippet.Context;
import dev.whippet.EventFormatException;
import dev.whippet.ResponseTooLargeException;
import dev.whippet.internal.http.Backoff;
import dev.whippet.internal.http.RequestNotSentException;
import dev.whippet.runtimeapi.ErrorReport;
import dev.whippet.runtimeapi.Invocation;
import dev.whippet.runtimeapi.Reply;
import dev.whippet.runtimeapi.RuntimeApiClient;
import dev.whippet.runtimeapi.RuntimeApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Asks for an event, has it handled, answers, and asks for the next: one worker's life.
///
/// What the handler throws is reported, and the loop goes on. It ends when Lambda asks the process
/// to end, when the Runtime API cannot be reached for several tries, and after a
/// [VirtualMachineError] other than [StackOverflowError].
final class InvocationLoop {
  private final RuntimeApiClient client;
  private final Function function;
  private final LambdaEnvironment environment;
  private final DeadlineGuard guard;
  private final InvocationScope scope;
  private final PayloadBuffer result = new PayloadBuffer();

  InvocationLoop(
      RuntimeApiClient client,
      Function function,
      LambdaEnvironment environment,
      DeadlineGuard guard) {
    this.client = client;
    this.function = function;
    this.environment = environment;
    this.guard = guard;
    this.scope = InvocationScope.of(environment);
  }

  /// Returns only by an exception.
  ///
  /// @throws IOException if the Runtime API asks the process to end or cannot be reached
  /// @throws VirtualMachineError after it has been reported
  void run() throws IOException {
    Backoff backoff = new Backoff();
    while (true) {
      Invocation invocation;
      try {
        invocation = client.next();
      } catch (IOException e) {
        if (e instanceof RuntimeApiException refusal && refusal.isFatal() || !backoff.pause()) {
          throw e;
        }
        RuntimeLog.warn("no event, trying again: " + e.getMessage());
        continue;
      }
      backoff.reset();
      handle(invocation);
    }
  }

  private void handle(Invocation invocation) throws IOException {
    Thread.interrupted(); // left behind by another event's handler: the client puts it aside
    Context context = new InvocationContext(invocation, environment);
    scope.enter(context);
    guard.enter(context);
    try {
      if (function instanceof Function.Buffered buffered) {
        answer(invocation, buffered, context);
      } else if (function instanceof Function.Streaming streaming) {
        stream(invocation, streaming, context);
      }
    } catch (RuntimeApiException e) { // Lambda asks the process to end
      throw e;
    } catch (RequestNotSentException e) {
      RuntimeLog.error(
          invocation.requestId(), "the reply has not reached Lambda: " + e.getMessage());
    } catch (IOException e) {
      RuntimeLog.error(
          invocation.requestId(),
          "the reply may not have reached Lambda, and is not sent twice: " + e.getMessage());
    } finally {
      guard.leave();
      scope.leave();
    }
  }

  private void answer(Invocation invocation, Function.Buffered function, Context context)
      throws IOException {
    result.clear();
    try {
      function.call(invocation.payload(), result, context);
      result.checkSize();
    } catch (Throwable fault) {
      result.clear();
      report(invocation, fault, error -> client.reportInvocationError(invocation, error));
      return;
    }
    check(invocation, client.respond(invocation, result.bytes(), 0, result.length()));
  }

  private void stream(Invocation invocation, Function.Streaming function, Context context)
      throws IOException {
    LambdaResponseStream response = new LambdaResponseStream(client, invocation);
    try {
      function.handler().handle(new ByteArrayInputStream(invocation.payload()), response, context);
    } catch (Throwable fault) {
      if (response.broken()
          != null) { // what the handler threw is a consequence of that, or the same
        response.abandon();
        throw response.broken();
      } else if (response.isSent()) {
        report(invocation, fault, response::fail);
      } else {
        response.abandon();
        report(invocation, fault, error -> client.reportInvocationError(invocation, error));
      }
      return;
    }
    check(invocation, response.end());
  }

  @FunctionalInterface
  private interface Report {
    Reply send(ErrorReport error) throws IOException;
  }

  /// Lambda comes before the log, which may need memory or a provider that fails.
  private static void report(Invocation invocation, Throwable fault, Report report)
      throws IOException {
    try {
      check(invocation, report.send(ErrorReport.of(errorType(fault), fault)));
    } finally {
      RuntimeLog.error(invocation.requestId(), "the handler failed", fault);
    }
    if (fault instanceof VirtualMachineError error && !(fault instanceof StackOverflowError)) {
      throw error;
    }
  }

  private static String errorType(Throwable fault) {
    return switch (fault) {
      case EventFormatException e -> ErrorReport.BAD_PAYLOAD;
      case ResponseTooLargeException e -> ErrorReport.RESPONSE_TOO_LARGE;
      default -> ErrorReport.USER_EXCEPTION;
    };
  }

  /// A refused reply has no second chance: Lambda has answered the caller, or the attempt is over.
  private static void check(Invocation invocation, Reply reply) {
    if (!reply.accepted()) {
      RuntimeLog.error(
          invocation.requestId(),
          "Lambda refused the reply with status " + reply.status() + ": " + reply.detail());
    }
  }
}
