package dev.whippet.internal;

import dev.whippet.runtimeapi.RuntimeApiClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// As many loops as the function handles events at a time, each with a connection of its own.
///
/// @param deadlineMargin as [FunctionRuntime] has it
record Workers(
    RuntimeApiClient client,
    Function function,
    LambdaEnvironment environment,
    Duration deadlineMargin) {
  /// Returns when no worker can go on, when Lambda asks one to end, and when the JVM cannot be
  /// trusted any more.
  void run() {
    int count = environment.maxConcurrency();
    AtomicInteger served = new AtomicInteger(count); // how many get events: all, to begin with
    if (count == 1) {
      work(client, served);
      return;
    }
    CountDownLatch end = new CountDownLatch(1);
    List<RuntimeApiClient> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RuntimeApiClient own = client.another();
      clients.add(own);
      Thread.ofPlatform()
          .name("whippet-worker-" + i)
          .start(() -> {
            try (own) {
              work(own, served);
            } finally {
              end.countDown();
            }
          });
    }
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      served.set(0);
      clients.forEach(RuntimeApiClient::close); // and with them the workers that still wait
    }
  }

  private void work(RuntimeApiClient client, AtomicInteger served) {
    DeadlineGuard guard = deadlineMargin.isPositive() ? new DeadlineGuard(deadlineMargin) : null;
    try (guard) {
      new InvocationLoop(client, function, environment, guard, served, new PayloadBuffer()).run();
    } catch (IOException e) {
      RuntimeLog.error("the function ends: " + e.getMessage(), null);
    } catch (Throwable e) {
      RuntimeLog.error("the function ends, since the JVM cannot be trusted after this: " + e, null);
    }
  }
}
