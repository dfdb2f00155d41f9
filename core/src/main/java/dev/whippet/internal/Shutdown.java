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
final class Shutdown {
  private static final String EXTENSION_NAME = "whippet-shutdown";

  private Shutdown() {}

  /// To be called before the first event is asked for: later, no extension can be registered.
  static void prepare(RuntimeApiClient client, List<Hook> hooks) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run(hooks), "whippet-shutdown"));
    try {
      String id = client.registerExtension(EXTENSION_NAME);
      RuntimeApiClient events = client.another();
      Thread.ofPlatform()
          .daemon()
          .name("whippet-extension")
          .start(() -> {
            try (events) {
              events.nextExtensionEvent(id);
            } catch (IOException e) {
              // the environment ends, or the server has no extensions: there is nothing to do
            }
          });
    } catch (IOException e) {
      RuntimeLog.warn(
          "no SIGTERM will come before the end, so onShutdown may not run: " + e.getMessage());
    }
  }

  private static void run(List<Hook> hooks) {
    for (Hook hook : hooks) {
      try {
        hook.run();
      } catch (Throwable fault) { // the next one's work is no less needed
        RuntimeLog.error("onShutdown failed", fault);
      }
    }
  }
}
