package dev.whippet.internal;

import dev.whippet.Hook;
import dev.whippet.runtimeapi.RuntimeApiClient;
import java.io.IOException;
import java.util.List;

/// Lets the function clean up before Lambda ends its environment.
///
/// Lambda sends SIGTERM only if an extension is registered, and the process then has 500 ms (300 ms
/// beside an external extension). So an internal extension is registered that asks for no events
/// and waits for ever.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html#runtimes-lifecycle-shutdown">Shutdown
///   phase</a>
final class Shutdown implements AutoCloseable {
  private static final String EXTENSION_NAME = "whippet-shutdown";

  private final List<Hook> hooks;
  private final Thread atExit = new Thread(this::run, EXTENSION_NAME);
  private final RuntimeApiClient extension;
  private String extensionId;

  /// To be made before the first event is asked for: later, no extension can be registered.
  Shutdown(RuntimeApiClient client, List<Hook> hooks) {
    this.hooks = hooks;
    this.extension = client.another();
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      extensionId = client.registerExtension(EXTENSION_NAME);
    } catch (IOException e) {
      RuntimeLog.warn(
          "no SIGTERM will come before the end, so onShutdown may not run: " + e.getMessage());
    }
  }

  /// Asks for events that never come, as an extension must; behind a snapshot, which no connection
  /// survives.
  void start() {
    if (extensionId != null) {
      Thread.ofPlatform().daemon().name("whippet-extension").start(this::await);
    }
  }

  private void await() {
    try {
      extension.nextExtensionEvent(extensionId);
    } catch (IOException e) {
      // the environment ends, or the server has no extensions: there is nothing to do
    }
  }

  private void run() {
    for (Hook hook : hooks) {
      try {
        hook.run();
      } catch (Throwable fault) { // the next one's work is no less needed
        RuntimeLog.error("onShutdown failed", fault);
      }
    }
  }

  /// Runs the hooks now, unless the JVM is about to.
  @Override
  public void close() {
    extension.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) { // the JVM ends, and runs them
      return;
    }
    run();
  }
}
