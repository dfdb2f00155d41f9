package dev.whippet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.internal.FunctionRuntime;
import dev.whippet.internal.TypedLambda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Serves a Lambda function's events. Called at the end of `main`; the methods named `run` do not
/// return, but exit:
///
/// - 64 if `AWS_LAMBDA_RUNTIME_API` is missing or malformed, that is outside Lambda, and if a
///   SnapStart hook fails;
/// - 1 if the handler cannot be made or its types cannot be bound (Lambda then gets an init error),
///   if Lambda asks the process to end or cannot be reached, and after a [VirtualMachineError].
///
/// ```java
/// public final class Hello implements Handler<Hello.Request, Hello.Response> {
///   record Request(String name) {}
///
///   record Response(String message) {}
///
///   @Override
///   public Response handle(Request request, Context context) {
///     return new Response("Hello, " + request.name());
///   }
///
///   public static void main(String[] args) {
///     Whippet.run(Hello::new);
///   }
/// }
/// ```
public final class Whippet {
  private Whippet() {}

  /// Serves events with a handler whose class says its types.
  ///
  /// @param handler an object of a class that implements `Handler<In, Out>`
  public static void run(Handler<?, ?> handler) {
    builder().handler(handler).run();
  }

  /// Serves events with a lambda or a generic handler.
  ///
  /// @param <I> the event's type
  /// @param <O> the result's type
  /// @param input the event's class
  /// @param output the result's class
  /// @param handler the handler
  public static <I, O> void run(
      Class<I> input, Class<O> output, Handler<? super I, ? extends O> handler) {
    builder().handler(input, output, handler).run();
  }

  /// Serves events with a handler that streams its responses.
  ///
  /// @param handler the handler
  public static void run(StreamHandler handler) {
    builder().handler(handler).run();
  }

  /// Serves events with a handler that is made by a constructor or a lambda. What that throws
  /// reaches Lambda as an init error, with its cause.
  ///
  /// @param handler makes a [Handler] or [StreamHandler]
  public static void run(Supplier<?> handler) {
    builder().handler(handler).run();
  }

  /// Starts a function with more than a handler.
  ///
  /// @return a builder
  public static Builder builder() {
    return new Builder();
  }

  /// A function in the making. Not thread-safe.
  public static final class Builder {
    private Supplier<?> handler;
    private Duration deadlineMargin = Duration.ZERO;
    private final List<byte[]> primes = new ArrayList<>();
    private final List<Hook> beforeSnapshot = new ArrayList<>();
    private final List<Hook> afterRestore = new ArrayList<>();
    private final List<Hook> onShutdown = new ArrayList<>();

    private Builder() {}

    /// Sets a handler whose class says its types.
    ///
    /// @param handler an object of a class that implements `Handler<In, Out>`
    /// @return this
    public Builder handler(Handler<?, ?> handler) {
      Objects.requireNonNull(handler, "handler");
      return handler(() -> handler);
    }

    /// Sets a lambda or a generic handler.
    ///
    /// @param <I> the event's type
    /// @param <O> the result's type
    /// @param input the event's class
    /// @param output the result's class
    /// @param handler the handler
    /// @return this
    public <I, O> Builder handler(
        Class<I> input, Class<O> output, Handler<? super I, ? extends O> handler) {
      Objects.requireNonNull(input, "input");
      Objects.requireNonNull(output, "output");
      Objects.requireNonNull(handler, "handler");
      return handler(() -> new TypedLambda<>(input, output, handler));
    }

    /// Sets a handler that streams its responses.
    ///
    /// @param handler the handler
    /// @return this
    public Builder handler(StreamHandler handler) {
      Objects.requireNonNull(handler, "handler");
      return handler(() -> handler);
    }

    /// Sets what makes the handler. What it throws reaches Lambda as an init error.
    ///
    /// @param handler makes a [Handler] or [StreamHandler]
    /// @return this
    public Builder handler(Supplier<?> handler) {
      this.handler = Objects.requireNonNull(handler, "handler");
      return this;
    }

    /// Has the handler called with an event of yours before Lambda's first, as in
    /// `prime("{\"name\":\"a\"}")`. What the first call sets up, as connections, caches and
    /// classes, is then set up in the start, for which Lambda gives more of the processor than for
    /// the first event. May be called several times.
    ///
    /// Only for a handler that bears it: it cannot tell this event from others but by what is in
    /// it, and by [Context#requestId], which is `prime`; there is no deadline, ARN or trace. Its
    /// result is serialised and thrown away. What it throws is logged, and the function starts all
    /// the same. With SnapStart it is called before the snapshot. (Reading events is primed in any
    /// case, with a made-up event that the handler does not get, if the binding was generated.)
    ///
    /// @param event the event, as Lambda would send it
    /// @return this
    public Builder prime(String event) {
      return prime(event.getBytes(UTF_8));
    }

    /// Has the handler called with an event of yours before Lambda's first: see [#prime(String)].
    ///
    /// @param event the event, as Lambda would send it
    /// @return this
    public Builder prime(byte[] event) {
      primes.add(event.clone());
      return this;
    }

    /// Adds work for the end of the environment, for which Lambda gives 300 to 500 ms. Hooks run in
    /// the order in which they were added; one that fails is logged. With at least one, the process
    /// registers an internal extension for no events, since Lambda sends SIGTERM only then.
    ///
    /// @param hook what to do
    /// @return this
    public Builder onShutdown(Hook hook) {
      onShutdown.add(hook);
      return this;
    }

    /// Adds work before a SnapStart snapshot. Hooks run in the reverse of the order in which they
    /// were added; one that fails ends the process with an init error.
    ///
    /// @param hook what to do, as closing what does not survive a snapshot
    /// @return this
    public Builder beforeSnapshot(Hook hook) {
      beforeSnapshot.add(hook);
      return this;
    }

    /// Adds work after a restore from a SnapStart snapshot. Hooks run in the order in which they
    /// were added; one that fails ends the process with a restore error.
    ///
    /// @param hook what to do, as opening again what was closed
    /// @return this
    public Builder afterRestore(Hook hook) {
      afterRestore.add(hook);
      return this;
    }

    /// Logs the stack of a handler that is still running shortly before its deadline, so that the
    /// log says more than that the task timed out. Off unless called; costs a thread per worker.
    ///
    /// @param margin how long before the deadline
    /// @return this
    /// @throws IllegalArgumentException if the margin is not positive
    public Builder deadlineGuard(Duration margin) {
      if (!margin.isPositive()) {
        throw new IllegalArgumentException("margin " + margin + ": expected more than zero");
      }
      deadlineMargin = margin;
      return this;
    }

    /// Serves events and exits; see [Whippet].
    ///
    /// @throws IllegalStateException if there is no handler
    public void run() {
      System.exit(serve(System.getenv()));
    }

    /// Serves events on the calling thread until that is over, and says how to exit. For tests and
    /// for those who run a function inside another program.
    ///
    /// @param environment Lambda's environment variables
    /// @return the exit status; see [Whippet]
    /// @throws IllegalStateException if there is no handler
    public int serve(Map<String, String> environment) {
      if (handler == null) {
        throw new IllegalStateException("there is no handler: call handler(...) first");
      }
      return new FunctionRuntime(
              handler::get,
              List.copyOf(primes),
              List.copyOf(beforeSnapshot),
              List.copyOf(afterRestore),
              List.copyOf(onShutdown),
              deadlineMargin)
          .serve(environment);
    }
  }
}
