package dev.whippet.testing;

import static java.util.Objects.requireNonNull;

import dev.whippet.testing.internal.http.DeferredResponse;
import dev.whippet.testing.internal.http.HttpExchange;
import dev.whippet.testing.internal.http.HttpHandler;
import dev.whippet.testing.internal.http.HttpResponse;
import dev.whippet.testing.internal.http.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Lambda's side of the Runtime API: a server on 127.0.0.1 that hands events to whoever asks for
/// them and takes the answers, with Lambda's status codes, limits and checks.
///
/// A function connects if its environment has `AWS_LAMBDA_RUNTIME_API` set to [#address]. Several
/// workers may ask for events at the same time. Safe for use by several threads.
///
/// ```java
/// try (RuntimeApiEmulator lambda = RuntimeApiEmulator.builder().start()) {
///   // start a function with AWS_LAMBDA_RUNTIME_API=lambda.address(), then
///   InvocationResult result = lambda.invoke("{\"name\":\"Ada\"}");
/// }
/// ```
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda Runtime
///   API</a>
public final class RuntimeApiEmulator implements LambdaFunction, AutoCloseable {
  private final Builder settings;
  private final WorkerPool workers = new WorkerPool();
  private final Attempts attempts = new Attempts();
  private final RequestLog requests;
  private final HttpServer server;

  private RuntimeApiEmulator(Builder builder) {
    this.settings = new Builder(builder);
    this.requests = new RequestLog(settings.recordedRequests);
    RuntimeApi runtime = new RuntimeApi(workers, attempts, requests, settings.snapStart);
    ExtensionsApi extensions =
        new ExtensionsApi(workers, requests, settings.functionName, settings.handler);
    this.server = HttpServer.start(settings.port, exchange -> route(exchange, runtime, extensions));
  }

  private void route(HttpExchange exchange, RuntimeApi runtime, ExtensionsApi extensions)
      throws IOException {
    String path = exchange.request().path();
    if (path.startsWith(ExtensionsApi.VERSION)) {
      extensions.handle(exchange);
    } else if (path.startsWith(RuntimeApi.VERSION)) {
      runtime.handle(exchange);
    } else {
      exchange.markGuest();
      settings.other.handle(exchange);
    }
  }

  /// An emulator to be configured.
  ///
  /// @return a builder with Lambda's own settings
  public static Builder builder() {
    return new Builder();
  }

  /// The value of `AWS_LAMBDA_RUNTIME_API` for a function.
  ///
  /// @return `127.0.0.1:port`
  public String address() {
    return "127.0.0.1:" + server.port();
  }

  /// The port it listens on.
  ///
  /// @return the port
  public int port() {
    return server.port();
  }

  /// Sends an event to the next free worker and waits for the answer. It waits for a worker as long
  /// as the start of a function may take, and then for the answer as long as the invocation's
  /// time-out. If no worker comes, or the function reports that it cannot start, that is the
  /// result's error.
  ///
  /// @throws IllegalStateException if the thread is interrupted; its flag is set again
  @Override
  public InvocationResult invoke(Invocation invocation) {
    String requestId = invocation.requestId().orElseGet(Ids::random);
    try {
      return dispatch(requestId, invocation);
    } catch (EnvironmentFailedException e) {
      return failed(requestId, e.error(requestId));
    }
  }

  static InvocationResult failed(String requestId, FunctionError error) {
    Answer answer = Answer.error(error, Map.of());
    return new InvocationResult(requestId, answer, Duration.ZERO, Optional.empty(), List.of());
  }

  InvocationResult dispatch(String requestId, Invocation invocation)
      throws EnvironmentFailedException {
    Duration timeout = invocation.timeout().orElse(settings.timeout);
    Attempt attempt = new Attempt(requestId, Ids.random(), invocation.sink());
    try {
      while (true) {
        DeferredResponse worker = workers.take(settings.startTimeout.plus(timeout));
        HttpResponse event = event(attempt, invocation, timeout);
        attempts.add(attempt);
        long sent = System.nanoTime();
        try {
          worker.send(event);
        } catch (IOException e) {
          // this worker is gone: the event goes to another
          continue;
        }
        Answer answer = attempt.await(timeout);
        Duration duration = Duration.ofNanos(answer.nanoTime - sent);
        return new InvocationResult(requestId, answer, duration, Optional.empty(), List.of());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the function", e);
    }
  }

  private HttpResponse event(Attempt attempt, Invocation invocation, Duration timeout) {
    HttpResponse event =
        HttpResponse.of(200)
            .header("Content-Type", "application/json")
            .header("Lambda-Runtime-Aws-Request-Id", attempt.requestId())
            .header(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(System.currentTimeMillis() + timeout.toMillis()))
            .header(
                "Lambda-Runtime-Invoked-Function-Arn",
                invocation.functionArn().orElse(settings.functionArn()));
    if (settings.invocationIds) {
      event.header(RuntimeApi.INVOCATION_ID, attempt.invocationId());
    }
    invocation.traceId().ifPresent(v -> event.header("Lambda-Runtime-Trace-Id", v));
    invocation.clientContext().ifPresent(v -> event.header("Lambda-Runtime-Client-Context", v));
    invocation.cognitoIdentity().ifPresent(v -> event.header("Lambda-Runtime-Cognito-Identity", v));
    invocation.tenantId().ifPresent(v -> event.header("Lambda-Runtime-Aws-Tenant-Id", v));
    return event.chunked(settings.chunkedEvents).body(invocation.event());
  }

  /// The requests received so far, the oldest first, up to the number the builder was given.
  ///
  /// @return an unmodifiable copy
  public List<RecordedRequest> requests() {
    return requests.all();
  }

  /// Forgets the requests received so far.
  public void clearRequests() {
    requests.clear();
  }

  WorkerPool workers() {
    return workers;
  }

  /// The environment has ended: nobody will answer the events that are out.
  void fail(Function<String, FunctionError> reason) {
    workers.fail(reason);
    attempts.abandonAll(reason);
  }

  /// How many connections are open.
  int connections() {
    return server.connections();
  }

  /// Whether a process that has ended may still be heard: with an answer, or with a request for an
  /// event, which would be lost on it.
  boolean isDraining() {
    return server.isConnectedToFunction();
  }

  /// Closes the server and all connections. Invocations under way end as if the function had
  /// exited.
  @Override
  public void close() {
    server.close();
    fail(id ->
        FunctionError.platform(
            "Runtime.ExitError", "RequestId: " + id + " Error: emulator closed"));
  }

  /// Settings of an emulator.
  public static final class Builder {
    private int port;
    private String functionName = "function";
    private String handler = "bootstrap";
    private Duration timeout = Duration.ofSeconds(30);
    private Duration startTimeout = Duration.ofSeconds(60);
    private boolean invocationIds = true;
    private boolean chunkedEvents = true;
    private boolean snapStart;
    private int recordedRequests = 1000;
    private HttpHandler other = exchange -> exchange.respond(RuntimeApi.notFound());

    private Builder() {}

    private Builder(Builder builder) {
      this.port = builder.port;
      this.functionName = builder.functionName;
      this.handler = builder.handler;
      this.timeout = builder.timeout;
      this.startTimeout = builder.startTimeout;
      this.invocationIds = builder.invocationIds;
      this.chunkedEvents = builder.chunkedEvents;
      this.snapStart = builder.snapStart;
      this.recordedRequests = builder.recordedRequests;
      this.other = builder.other;
    }

    /// Sets the port.
    ///
    /// @param number the port; 0, the default, for any that is free
    /// @return this
    public Builder port(int number) {
      port = number;
      return this;
    }

    /// Sets the function's name, as in its ARN.
    ///
    /// @param name the name, by default `function`
    /// @return this
    public Builder functionName(String name) {
      functionName = requireNonNull(name);
      return this;
    }

    /// Sets the function's time-out.
    ///
    /// @param limit the time for each invocation, by default 30 seconds (Lambda's default is 3)
    /// @return this
    public Builder timeout(Duration limit) {
      timeout = requireNonNull(limit);
      return this;
    }

    /// Sets how long a function may take until it asks for its first event.
    ///
    /// @param limit the time, by default 60 seconds (Lambda's is 10)
    /// @return this
    public Builder startTimeout(Duration limit) {
      startTimeout = requireNonNull(limit);
      return this;
    }

    /// Sets whether events carry `Lambda-Runtime-Invocation-Id`, as they do since July 2026.
    ///
    /// @param on true by default
    /// @return this
    public Builder invocationIds(boolean on) {
      invocationIds = on;
      return this;
    }

    /// Sets whether events are sent chunked, as Lambda does, or with a Content-Length.
    ///
    /// @param on true by default
    /// @return this
    public Builder chunkedEvents(boolean on) {
      chunkedEvents = on;
      return this;
    }

    /// Sets whether the function is to be snapshotted: only then does `/restore/next` exist. It
    /// answers at once, as if snapshot and restore took no time.
    ///
    /// @param on false by default
    /// @return this
    public Builder snapStart(boolean on) {
      snapStart = on;
      return this;
    }

    /// Sets how many requests are kept for [RuntimeApiEmulator#requests].
    ///
    /// @param count by default 1,000; fewer are kept where their bodies exceed 64 MiB together
    /// @return this
    public Builder recordedRequests(int count) {
      recordedRequests = count;
      return this;
    }

    Builder handler(String name) {
      handler = requireNonNull(name);
      return this;
    }

    Builder other(HttpHandler frontDoor) {
      other = requireNonNull(frontDoor);
      return this;
    }

    private String functionArn() {
      return "arn:aws:lambda:us-east-1:123456789012:function:" + functionName;
    }

    /// Starts the emulator.
    ///
    /// @return the running emulator
    /// @throws java.io.UncheckedIOException if the port is taken
    public RuntimeApiEmulator start() {
      return new RuntimeApiEmulator(this);
    }
  }
}
