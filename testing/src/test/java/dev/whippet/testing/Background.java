package dev.whippet.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An invocation that waits on another thread for its answer.
final class Background {
  private static final int PATIENCE_SECONDS = 30;

  private final CompletableFuture<InvocationResult> result;

  private Background(CompletableFuture<InvocationResult> result) {
    this.result = result;
  }

  static Background invoke(LambdaFunction function, String event) {
    return invoke(function, Invocation.of(event));
  }

  static Background invoke(LambdaFunction function, Invocation invocation) {
    return new Background(CompletableFuture.supplyAsync(() -> function.invoke(invocation)));
  }

  boolean isDone() {
    return result.isDone();
  }

  InvocationResult await() {
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no result of the invocation", e);
    }
  }
}
