package dev.whippet.internal;

import dev.whippet.Context;
import dev.whippet.EventFormatException;
import dev.whippet.ResponseTooLargeException;
import dev.whippet.internal.http.Backoff;
import dev.whippet.runtimeapi.ErrorReport;
import dev.whippet.runtimeapi.Invocation;
import dev.whippet.runtimeapi.Reply;
import dev.whippet.runtimeapi.RequestNotSentException;
import dev.whippet.runtimeapi.RuntimeApiClient;
import dev.whippet.runtimeapi.RuntimeApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks for an event, has it handled, answers, and asks for the next: one worker's life.
///
/// What the handler throws is reported, and the loop goes on. It ends when Lambda asks the process
/// to end, after a [VirtualMachineError] other than [StackOverflowError], and when several tries
/// have brought no event to this worker nor to any other; while others are served, this one goes on
/// trying.
///
/// @param guard null for none
/// @param served how many workers of the process get events
/// @param result for one result after another
record InvocationLoop(
    RuntimeApiClient client,
    Function function,
    LambdaEnvironment environment,
    DeadlineGuard guard,
    AtomicInteger served,
    PayloadBuffer result) {
  /// Returns only by an exception.
  ///
  /// @throws IOException if the Runtime API asks the process to end or cannot be reached
  /// @throws VirtualMachineError after it has been reported
  void run() throws IOException {
    while (true) {
      handle(next());
    }
  }

  private Invocation next() throws IOException {
    Backoff backoff = new Backoff();
    boolean unserved = false;
    while (true) {
      try {
        Invocation invocation = client.next();
        if (unserved) {
          served.incrementAndGet();
        }
        return invocation;
      } catch (IOException e) {
        if (backoff.isExhausted() && !unserved) {
          unserved = true;
          served.decrementAndGet();
        }
        if (e instanceof RuntimeApiException refusal && refusal.isFatal() || served.get() <= 0) {
          throw e;
        }
        RuntimeLog.warn("no event, trying again: " + e.getMessage());
        backoff.pause();
      }
    }
  }

  private void handle(Invocation invocation) throws IOException {
    Thread.interrupted(); // left behind by another event's handler: the client puts it aside
    Context context = InvocationContext.of(invocation, environment);
    InvocationScope.enter(context, environment);
    if (guard != null) {
      guard.enter(context);
    }
    try {
      if (function instanceof Function.Buffered buffered) {
        answer(invocation, buffered, context);
      } else if (function instanceof Function.Streaming streaming) {
        stream(invocation, streaming, context);
      }
    } catch (RuntimeApiException e) { // Lambda asks the process to end
      throw e;
    } catch (IOException e) {
      String fate =
          e instanceof RequestNotSentException
              ? "the reply has not reached Lambda: "
              : "the reply may not have reached Lambda, and is not sent twice: ";
      RuntimeLog.error(invocation.requestId(), fate + e.getMessage(), null);
    } finally {
      if (guard != null) {
        guard.leave();
      }
      InvocationScope.leave(environment);
    }
  }

  private void answer(Invocation invocation, Function.Buffered function, Context context)
      throws IOException {
    result.reset();
    try {
      function.call(invocation.payload(), result, context);
      result.checkSize();
    } catch (Throwable fault) {
      result.reset();
      report(invocation, fault, error -> client.reportInvocationError(invocation, error));
      return;
    }
    check(invocation, client.respond(invocation, result.bytes(), 0, result.size()));
  }

  private void stream(Invocation invocation, Function.Streaming function, Context context)
      throws IOException {
    LambdaResponseStream response = new LambdaResponseStream(client, invocation);
    try {
      function.handler().handle(new ByteArrayInputStream(invocation.payload()), response, context);
    } catch (Throwable fault) {
      IOException broken = response.broken();
      if (broken != null) { // what the handler threw is a consequence of that, or the same
        throw broken;
      }
      report(invocation, fault, response::fail);
      return;
    }
    check(invocation, response.end());
  }

  interface Report {
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
    if (fault instanceof EventFormatException) {
      return ErrorReport.BAD_PAYLOAD;
    }
    return fault instanceof ResponseTooLargeException
        ? ErrorReport.RESPONSE_TOO_LARGE
        : ErrorReport.USER_EXCEPTION;
  }

  /// A refused reply has no second chance: Lambda has answered the caller, or the attempt is over.
  private static void check(Invocation invocation, Reply reply) {
    if (!reply.accepted()) {
      RuntimeLog.error(
          invocation.requestId(),
          "Lambda refused the reply with status " + reply.status() + ": " + reply.detail(),
          null);
    }
  }
}
