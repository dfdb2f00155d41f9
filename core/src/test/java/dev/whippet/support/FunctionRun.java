package dev.whippet.support;

import dev.whippet.Handler;
import dev.whippet.StreamHandler;
import dev.whippet.Whippet;
import java.util.HashMap;
import java.util.Map;

/// A function that serves a double's events in a thread of this process, or until it has ended on
/// the test's own.
public final class FunctionRun {
  private final Thread thread;
  private volatile Throwable fault;
  private volatile int status = -1;

  private FunctionRun(Whippet.Builder function, Map<String, String> environment) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("function")
            .start(() -> {
              try {
                status = function.serve(environment);
              } catch (Throwable e) {
                fault = e;
              }
            });
  }

  /// Starts a function.
  public static FunctionRun start(
      RuntimeApiDouble lambda, Whippet.Builder function, String... environment) {
    return new FunctionRun(function, environment(lambda, environment));
  }

  /// Lambda's environment, with further names and values by turns.
  public static Map<String, String> environment(ScriptedServer lambda, String... more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_LAMBDA_RUNTIME_API", lambda.authority());
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  /// Serves a double's events to the end, and says how the function exits.
  public static int serve(RuntimeApiDouble lambda, Whippet.Builder function, String... more) {
    lambda.end();
    return start(lambda, function, more).status();
  }

  /// The same with a handler alone.
  public static int serve(RuntimeApiDouble lambda, Handler<?, ?> handler) {
    return serve(lambda, Whippet.builder().handler(handler));
  }

  /// The same with a handler that streams.
  public static int serve(RuntimeApiDouble lambda, StreamHandler handler) {
    return serve(lambda, Whippet.builder().handler(handler));
  }

  /// The reply of a function to its only event.
  public static RecordedRequest invoke(Whippet.Builder function, String payload) {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("only", payload)) {
      int status = serve(lambda, function);
      if (status != 1) {
        throw new AssertionError("exit status " + status + ", requests " + lambda.requests());
      }
      return lambda.reply("only");
    }
  }

  /// The same with a handler alone.
  public static RecordedRequest invoke(Handler<?, ?> handler, String payload) {
    return invoke(Whippet.builder().handler(handler), payload);
  }

  /// The function's thread.
  public Thread thread() {
    return thread;
  }

  /// The exit status, when it has ended.
  public int status() {
    try {
      thread.join(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (thread.isAlive()) {
      AssertionError error = new AssertionError("the function does not end");
      error.setStackTrace(thread.getStackTrace());
      throw error;
    }
    if (fault != null) {
      throw new AssertionError("serve threw", fault);
    }
    return status;
  }
}
