package dev.whippet.testing;

import dev.whippet.testing.internal.http.DeferredResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.function.Function;

/// The workers that wait for an event: each is a pending answer to `GET /invocation/next`.
final class WorkerPool {
  private final ArrayDeque<DeferredResponse> idle = new ArrayDeque<>();
  private Function<String, FunctionError> failure;
  private boolean ready;
  private long readySince;

  /// A worker asks for an event.
  synchronized void add(DeferredResponse worker) {
    if (!ready) {
      ready = true;
      readySince = System.nanoTime();
    }
    failure = null;
    idle.removeIf(other -> !other.isOpen());
    idle.add(worker);
    notifyAll();
  }

  /// The worker that has waited longest.
  ///
  /// @throws EnvironmentFailedException if none comes within the time, or none will
  synchronized DeferredResponse take(Duration patience)
      throws EnvironmentFailedException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      DeferredResponse worker = idle.poll();
      if (worker != null && worker.isOpen()) {
        return worker;
      }
      if (worker == null) {
        if (failure != null) {
          throw new EnvironmentFailedException(failure);
        }
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new EnvironmentFailedException(id -> PlatformErrors.noWorker(id, patience));
        }
        wait(left);
      }
    }
  }

  /// The environment cannot take events until a worker asks again. What the runtime itself reported
  /// before says more and stays.
  synchronized void fail(Function<String, FunctionError> reason) {
    failure = failure == null ? reason : failure;
    notifyAll();
  }

  /// The runtime reports that it cannot start.
  ///
  /// @return false if it has started, or has reported before
  synchronized boolean failInitialisation(Function<String, FunctionError> reason) {
    if (ready || failure != null) {
      return false;
    }
    fail(reason);
    return true;
  }

  /// A new process starts.
  synchronized void reset() {
    idle.clear();
    failure = null;
    ready = false;
  }

  /// Whether a worker has asked for an event since the start.
  synchronized boolean isReady() {
    return ready;
  }

  /// When the first worker asked, as [System#nanoTime].
  synchronized OptionalLong readyNanos() {
    return ready ? OptionalLong.of(readySince) : OptionalLong.empty();
  }
}
