package dev.whippet.internal;

import dev.whippet.Hook;
import dev.whippet.internal.logging.LambdaLogging;
import dev.whippet.runtimeapi.ErrorReport;
import dev.whippet.runtimeapi.RuntimeApiClient;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// A function's life: set up, snapshot if there is one, events until the end.
///
/// @param handler makes the user's handler, of any kind; what it throws is an init error
/// @param primes events to call it with before the first; none is changed
/// @param beforeSnapshot hooks, in the order of their registration
/// @param afterRestore hooks, in the order of their registration
/// @param onShutdown hooks, in the order of their registration
/// @param deadlineMargin how long before the deadline to log where a handler is; zero for never
public record FunctionRuntime(
    Callable<?> handler,
    List<byte[]> primes,
    List<Hook> beforeSnapshot,
    List<Hook> afterRestore,
    List<Hook> onShutdown,
    Duration deadlineMargin) {
  /// Exit status of a program that is used wrongly, as in sysexits.h; AWS's clients use it too for
  /// failed hooks.
  static final int EX_USAGE = 64;

  private static final int EX_FAILURE = 1;

  /// A function without hooks.
  ///
  /// @param handler makes its handler
  /// @return the function
  public static FunctionRuntime of(Callable<?> handler) {
    return new FunctionRuntime(handler, List.of(), List.of(), List.of(), List.of(), Duration.ZERO);
  }

  /// Serves events until it can do so no longer.
  ///
  /// @param variables the environment variables
  /// @return the status to exit with
  public int serve(Map<String, String> variables) {
    LambdaEnvironment environment = LambdaEnvironment.of(variables);
    if (!environment.problem().isEmpty()) {
      System.err.println("whippet: " + environment.problem());
    }
    if (environment.runtimeApi().isBlank()) {
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
      LambdaLogging.install(environment.jsonLogs(), environment.logLevel());
      function = new FunctionFactory(environment).function(handler.call());
      for (byte[] event : primes) {
        Priming.call(function, event, environment);
      }
    } catch (InvocationTargetException e) {
      return initError(client, ErrorReport.INIT_ERROR, e.getCause());
    } catch (Throwable fault) {
      return initError(client, ErrorReport.INIT_ERROR, fault);
    }
    try (Shutdown shutdown = onShutdown.isEmpty() ? null : new Shutdown(client, onShutdown)) {
      if (environment.snapStart() && !snapshot(client)) {
        return EX_USAGE;
      }
      if (shutdown != null) {
        shutdown.start();
      }
      new Workers(client, function, environment, deadlineMargin).run();
      return EX_FAILURE;
    }
  }

  private boolean snapshot(RuntimeApiClient client) {
    try {
      for (Hook hook : beforeSnapshot.reversed()) {
        hook.run();
      }
    } catch (Throwable fault) {
      initError(client, ErrorReport.BEFORE_SNAPSHOT, fault);
      return false;
    }
    try {
      client.disconnect();
      client.restoreNext();
      for (Hook hook : afterRestore) {
        hook.run();
      }
      return true;
    } catch (Throwable fault) {
      RuntimeLog.error("restoring from the snapshot failed", fault);
      report(client::reportRestoreError, ErrorReport.AFTER_RESTORE, fault);
      return false;
    }
  }

  private static int initError(RuntimeApiClient client, String type, Throwable fault) {
    RuntimeLog.error("the function could not be set up", fault);
    report(client::reportInitError, type, fault);
    return EX_FAILURE;
  }

  private static void report(InvocationLoop.Report report, String type, Throwable fault) {
    try {
      report.send(ErrorReport.of(type, fault));
    } catch (IOException e) {
      RuntimeLog.error(type + " could not be reported: " + e.getMessage(), null);
    }
  }
}
