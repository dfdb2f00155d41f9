package dev.whippet.internal;

import dev.whippet.Hook;
import dev.whippet.internal.logging.LambdaLogProvider;
import dev.whippet.runtimeapi.ErrorReport;
import dev.whippet.runtimeapi.RuntimeApiClient;
import dev.whippet.runtimeapi.RuntimeApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// A function's life: set up, snapshot if there is one, events until the end.
///
/// @param handler makes the user's handler; what it throws is an init error
/// @param beforeSnapshot hooks, in the order of their registration
/// @param afterRestore hooks, in the order of their registration
/// @param onShutdown hooks, in the order of their registration
/// @param deadlineMargin how long before the deadline to log where a handler is; zero for never
public record FunctionRuntime(
    Supplier<?> handler,
    List<Hook> beforeSnapshot,
    List<Hook> afterRestore,
    List<Hook> onShutdown,
    Duration deadlineMargin) {
  /// Exit status of a program that is used wrongly, as in sysexits.h; AWS's clients use it too for
  /// failed hooks.
  public static final int EX_USAGE = 64;

  private static final int EX_FAILURE = 1;

  /// Serves events until it can do so no longer.
  ///
  /// @param variables the environment variables
  /// @return the status to exit with
  public int serve(Map<String, String> variables) {
    LambdaEnvironment environment = LambdaEnvironment.of(variables);
    if (!environment.problem().isEmpty()) {
      System.err.println("whippet: " + environment.problem());
    }
    if (environment.runtimeApi() == null || environment.runtimeApi().isBlank()) {
      System.err.println(
          "whippet: AWS_LAMBDA_RUNTIME_API is not set, so this is not AWS Lambda: to run the function here, use 'mvn whippet:run'");
      return EX_USAGE;
    }
    RuntimeApiClient client;
    try {
      client = RuntimeApiClient.create(environment.runtimeApi());
    } catch (IllegalArgumentException e) {
      System.err.println("whippet: AWS_LAMBDA_RUNTIME_API: " + e.getMessage());
      return EX_USAGE;
    }
    try (client) {
      return serve(client, environment);
    }
  }

  private int serve(RuntimeApiClient client, LambdaEnvironment environment) {
    Function function;
    try {
      LambdaLogProvider.install(environment.jsonLogs(), environment.logLevel());
      function = new FunctionFactory().function(handler.get());
    } catch (Throwable fault) {
      return initError(client, ErrorReport.INIT_ERROR, fault);
    }
    try (Shutdown shutdown = onShutdown.isEmpty() ? null : Shutdown.register(client, onShutdown)) {
      if (environment.snapStart()) {
        int status = snapshot(client);
        if (status != 0) {
          return status;
        }
      }
      if (shutdown != null) {
        shutdown.start();
      }
      if (environment.maxConcurrency() == 1) {
        work(client, function, environment);
      } else {
        workConcurrently(client, function, environment);
      }
      return EX_FAILURE;
    }
  }

  private int snapshot(RuntimeApiClient client) {
    try {
      for (Hook hook : beforeSnapshot.reversed()) {
        hook.run();
      }
    } catch (Throwable fault) {
      initError(client, ErrorReport.BEFORE_SNAPSHOT, fault);
      return EX_USAGE;
    }
    try {
      client.disconnect();
      client.restoreNext();
      for (Hook hook : afterRestore) {
        hook.run();
      }
      return 0;
    } catch (Throwable fault) {
      RuntimeLog.error("restoring from the snapshot failed", fault);
      try {
        client.reportRestoreError(ErrorReport.of(ErrorReport.AFTER_RESTORE, fault));
      } catch (IOException e) {
        RuntimeLog.error("the restore error could not be reported: " + e.getMessage());
      }
      return EX_USAGE;
    }
  }

  /// @return whether other workers may go on
  private boolean work(RuntimeApiClient client, Function function, LambdaEnvironment environment) {
    DeadlineGuard guard =
        deadlineMargin.isPositive() ? DeadlineGuard.of(deadlineMargin) : DeadlineGuard.NONE;
    try {
      new InvocationLoop(client, function, environment, guard).run();
      return true;
    } catch (IOException e) {
      RuntimeLog.error("the function ends: " + e.getMessage());
      return !(e instanceof RuntimeApiException refusal && refusal.isFatal());
    } catch (Throwable e) {
      RuntimeLog.error("the function ends, since the JVM cannot be trusted after this: " + e);
      return false;
    } finally {
      guard.end();
    }
  }

  /// One worker's end does not end the others; the last one's ends the process, and so does that of
  /// one whom Lambda asks to end, or in whose JVM nothing can be trusted.
  private void workConcurrently(
      RuntimeApiClient first, Function function, LambdaEnvironment environment) {
    int count = environment.maxConcurrency();
    CountDownLatch ended = new CountDownLatch(count);
    List<RuntimeApiClient> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RuntimeApiClient client = first.another();
      clients.add(client);
      Thread.ofPlatform()
          .name("whippet-worker-" + i)
          .start(() -> {
            boolean othersGoOn = true;
            try (client) {
              othersGoOn = work(client, function, environment);
            } finally {
              do {
                ended.countDown();
              } while (!othersGoOn && ended.getCount() > 0);
            }
          });
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.forEach(RuntimeApiClient::close); // and with them the workers that still wait
    }
  }

  /// Tells Lambda and the log why the function could not be set up.
  ///
  /// @param client a client
  /// @param type Lambda's category
  /// @param fault what was thrown
  /// @return the status to exit with
  static int initError(RuntimeApiClient client, String type, Throwable fault) {
    RuntimeLog.error("the function could not be set up", fault);
    try {
      client.reportInitError(ErrorReport.of(type, fault));
    } catch (IOException e) {
      RuntimeLog.error("the init error could not be reported: " + e.getMessage());
    }
    return EX_FAILURE;
  }
}
