package dev.whippet.testing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One attempt at an invocation, from the event sent to the answer. A retry has the same request id
/// and another invocation id.
final class Attempt {
  enum State {
    WAITING,
    RESPONDING,
    ANSWERED,
    /// Given up: whatever still comes is stale.
    ABANDONED
  }

  private final String requestId;
  private final String invocationId;
  private final ResponseSink sink;
  private volatile CompletableFuture<Answer> answer = new CompletableFuture<>();
  private State state = State.WAITING;

  Attempt(String requestId, String invocationId, ResponseSink sink) {
    this.requestId = requestId;
    this.invocationId = invocationId;
    this.sink = sink;
  }

  String requestId() {
    return requestId;
  }

  String invocationId() {
    return invocationId;
  }

  ResponseSink sink() {
    return sink;
  }

  synchronized State state() {
    return state;
  }

  synchronized boolean isOver() {
    return state == State.ANSWERED || state == State.ABANDONED;
  }

  /// The function begins to answer.
  ///
  /// @return the state before: only if it was [State#WAITING] may the answer go on
  synchronized State begin() {
    State before = state;
    if (before == State.WAITING) {
      state = State.RESPONDING;
    }
    return before;
  }

  /// The function's answer is whole.
  ///
  /// @return false if that was too late
  synchronized boolean claim() {
    if (state == State.ABANDONED) {
      return false;
    }
    state = State.ANSWERED;
    return true;
  }

  /// Hands the answer to the caller, after [#claim].
  void complete(Answer result) {
    answer.complete(result);
  }

  /// Lambda answers in the function's place, unless the function was quicker.
  synchronized void abandon(FunctionError error) {
    if (!isOver()) {
      state = State.ABANDONED;
      answer.complete(Answer.error(error, Map.of()));
    }
  }

  /// The answer; after the time it is a time-out. To be asked for once: the attempt is remembered
  /// for a while, and its answer, which may be large, is not.
  Answer await(Duration limit) throws InterruptedException {
    try {
      try {
        return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        abandon(PlatformErrors.timedOut(requestId, limit));
        return answer.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is never completed with an exception", e);
    } finally {
      answer = null;
    }
  }
}
