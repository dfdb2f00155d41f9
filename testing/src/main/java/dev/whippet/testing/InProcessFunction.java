package dev.whippet.testing;

import dev.whippet.Whippet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// A handler that serves events in this JVM, on a thread of its own, through the whole runtime:
/// over HTTP, with JSON read and written as in Lambda. A debugger's breakpoints in the handler
/// work, and nothing is started that takes time. Safe for use by several threads; invocations wait
/// for each other.
///
/// Standard output and `System.getenv` are this JVM's: the log of a result is empty, and variables
/// reach the runtime but not the handler.
public final class InProcessFunction implements LambdaFunction, AutoCloseable {
  private static final String NAME = "function";
  private static final int MEMORY_MB = 128;

  private final RuntimeApiEmulator emulator;

  private InProcessFunction(RuntimeApiEmulator emulator) {
    this.emulator = emulator;
  }

  /// Starts a function with Lambda's usual environment and a time-out of 30 seconds.
  ///
  /// @param handler makes a [dev.whippet.Handler] or [dev.whippet.StreamHandler]; what it throws is
  ///   the result of the invocations, as an init error
  /// @return the running function
  public static InProcessFunction start(Supplier<?> handler) {
    return start(handler, Map.of(), Duration.ofSeconds(30));
  }

  /// Starts a function.
  ///
  /// @param handler makes a [dev.whippet.Handler] or [dev.whippet.StreamHandler]; what it throws is
  ///   the result of the invocations, as an init error
  /// @param environment variables for the runtime besides Lambda's, or instead of them
  /// @param timeout the time for each invocation; a handler that takes longer is not stopped
  /// @return the running function
  public static InProcessFunction start(
      Supplier<?> handler, Map<String, String> environment, Duration timeout) {
    RuntimeApiEmulator emulator =
        RuntimeApiEmulator.builder().functionName(NAME).timeout(timeout).start();
    Map<String, String> variables =
        new LinkedHashMap<>(FunctionEnvironment.variables(NAME, "handler", MEMORY_MB, 1));
    variables.put("AWS_LAMBDA_RUNTIME_API", emulator.address());
    variables.putAll(environment);
    Thread.ofPlatform()
        .name("whippet-function")
        .daemon()
        .start(() -> {
          int status = Whippet.builder().handler(handler).serve(Map.copyOf(variables));
          emulator.fail(id -> PlatformErrors.exited(id, status));
        });
    return new InProcessFunction(emulator);
  }

  @Override
  public InvocationResult invoke(Invocation invocation) {
    return emulator.invoke(invocation);
  }

  /// The emulator the function runs against, to look at the requests it sent.
  ///
  /// @return the emulator; closed with this object
  public RuntimeApiEmulator emulator() {
    return emulator;
  }

  /// Closes the emulator, whereupon the function's thread ends by itself.
  @Override
  public void close() {
    emulator.close();
  }
}
