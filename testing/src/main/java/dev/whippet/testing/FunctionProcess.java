package dev.whippet.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A function that runs in a process of its own, as in Lambda: with Lambda's environment variables
/// and none of this process's but `PATH`, against a [RuntimeApiEmulator], killed when an invocation
/// times out, and started anew at the next invocation after it has ended. Safe for use by several
/// threads.
///
/// ```java
/// try (FunctionProcess function = FunctionProcess.builder().bootstrap(Path.of("target/bootstrap")).start()) {
///   String answer = function.invoke("{\"name\":\"Ada\"}").text();
/// }
/// ```
public final class FunctionProcess implements LambdaFunction, AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final int LOG_POLL_MILLIS = 100;

  private final RuntimeApiEmulator emulator;
  private final LogFile log;
  private final List<String> command;
  private final Path taskRoot;
  private final Map<String, String> environment;
  private final boolean killsOnTimeout;
  private final boolean gated;
  private RunningProcess process;
  private boolean closed;

  private FunctionProcess(Builder builder) {
    this.command = FunctionCommand.of(builder.launcher, builder.bootstrap, builder.command);
    this.taskRoot = builder.taskRoot();
    this.emulator = builder.emulator.start();
    this.environment =
        FunctionEnvironment.complete(
            FunctionEnvironment.variables(
                builder.functionName, builder.handler, builder.memoryMb, builder.concurrency),
            taskRoot,
            emulator.address(),
            builder.environment);
    // on Managed Instances other invocations share the process, and a time-out leaves it alone
    this.killsOnTimeout = builder.concurrency == 1;
    this.gated = builder.gated;
    this.log = new LogFile(builder.logListener);
    try {
      ensureRunning();
    } catch (RuntimeException e) {
      emulator.close();
      log.close();
      throw e;
    }
    if (builder.followsLog) {
      Thread.ofVirtual().name("whippet-log").start(this::followLog);
    }
  }

  /// A function process to be configured.
  ///
  /// @return a builder; it needs a bootstrap or a command
  public static Builder builder() {
    return new Builder();
  }

  private synchronized RunningProcess ensureRunning() {
    if (closed) {
      throw new IllegalStateException("the function process is closed");
    }
    if (process != null && !process.isAlive()) {
      process.awaitEnd();
      if (!process.endedWhenReady() && process.reportInit()) {
        return process;
      }
      process = null;
    }
    if (process == null) {
      emulator.workers().reset();
      process = launch();
    }
    return process;
  }

  private RunningProcess launch() {
    ProcessBuilder builder =
        new ProcessBuilder(gated ? RunningProcess.gate(command) : command)
            .directory(taskRoot.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.redirect());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new RunningProcess(builder, gated, emulator);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot start " + String.join(" ", command) + ": " + e.getMessage(), e);
    }
  }

  /// Invokes the function, and waits for its start before if need be. A process that ends without
  /// an answer, a time-out, and a failed initialisation are the result's error, as Lambda words it.
  @Override
  public InvocationResult invoke(Invocation invocation) {
    String requestId = invocation.requestId().orElseGet(Ids::random);
    for (boolean retried = false; ; retried = true) {
      RunningProcess current = ensureRunning();
      try {
        InvocationResult result = emulator.dispatch(requestId, invocation);
        Optional<Duration> init = current.reportInit() ? current.initDuration() : Optional.empty();
        if (killsOnTimeout && isTimeout(result)) {
          current.kill();
        }
        return result.with(init, log.drain());
      } catch (EnvironmentFailedException e) {
        if (retried || !current.endedWhenReady()) {
          current.reportInit();
          current.kill();
          return RuntimeApiEmulator.failed(requestId, e.error(requestId))
              .with(Optional.empty(), log.drain());
        }
        // it ended while idle: that is nobody's failure, Lambda starts another
      }
    }
  }

  private static boolean isTimeout(InvocationResult result) {
    return result.error().map(FunctionError::category).orElse("").equals("Sandbox.Timedout");
  }

  private void followLog() {
    try {
      while (!isClosed()) {
        log.poll();
        Thread.sleep(LOG_POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /// The emulator the function runs against, to look at the requests it sent.
  ///
  /// @return the emulator; closed with this object
  public RuntimeApiEmulator emulator() {
    return emulator;
  }

  /// The most memory the process has had resident so far.
  ///
  /// @return VmHWM in KiB; empty if the process has ended, or off Linux
  public synchronized OptionalLong peakMemoryKib() {
    return process.peakMemoryKib();
  }

  /// The processor time, user and system, the process has used so far.
  ///
  /// @return the time, in steps of the operating system's clock, often 10 ms; empty if the process
  ///   has ended or the system does not tell
  public synchronized Optional<Duration> cpuTime() {
    return process.cpuTime();
  }

  /// Lines written since the last invocation's end.
  ///
  /// @return an unmodifiable list of lines without line ends
  public List<String> drainLog() {
    return log.drain();
  }

  /// Asks the process to end, with SIGTERM, and waits for it; if it does not end in time it is
  /// killed. The next invocation starts another.
  ///
  /// @param patience how long to wait
  /// @return the exit status: 143 where SIGTERM ended the process, 137 where it had to be killed
  public synchronized int stop(Duration patience) {
    return process.stop(patience);
  }

  /// Ends the process as [#stop] does and starts another, whatever state the old one was in. An
  /// invocation that it is handling fails.
  synchronized void restart(Duration patience) {
    if (!closed) {
      process.stop(patience);
      emulator.workers().reset();
      process = launch();
    }
  }

  /// Ends the process as [#stop] does, within 60 seconds, and the emulator.
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      process.stop(STOP_PATIENCE);
    }
    emulator.close();
    log.close();
  }

  /// Settings of a function process.
  public static final class Builder {
    private final RuntimeApiEmulator.Builder emulator = RuntimeApiEmulator.builder();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private List<String> command = List.of();
    private List<String> launcher = FunctionCommand.launcher();
    private Path bootstrap;
    private Path directory = Path.of("");
    private String functionName = "function";
    private String handler = "bootstrap";
    private int memoryMb = 128;
    private int concurrency = 1;
    private Consumer<String> logListener = _ -> {};
    private boolean followsLog;
    private boolean gated;

    private Builder() {}

    /// Sets the executable to run. Its directory becomes `LAMBDA_TASK_ROOT` and the working
    /// directory.
    ///
    /// @param file the `bootstrap`
    /// @return this
    public Builder bootstrap(Path file) {
      bootstrap = requireNonNull(file);
      return this;
    }

    /// Sets a command line to run instead of a bootstrap.
    ///
    /// @param words the program and its arguments
    /// @return this
    public Builder command(String... words) {
      command = List.of(words);
      return this;
    }

    /// Sets a command line to run instead of a bootstrap.
    ///
    /// @param words the program and its arguments
    /// @return this
    public Builder command(List<String> words) {
      command = List.copyOf(words);
      return this;
    }

    /// Sets `LAMBDA_TASK_ROOT` and the working directory of a command.
    ///
    /// @param path the directory, by default the current one
    /// @return this
    public Builder directory(Path path) {
      directory = requireNonNull(path);
      return this;
    }

    /// Sets words to put before the command, such as `qemu-aarch64-static -cpu neoverse-n1`.
    ///
    /// @param words the prefix, by default the words of the system property `whippet.test.launcher`
    /// @return this
    public Builder launcher(List<String> words) {
      launcher = List.copyOf(words);
      return this;
    }

    /// Sets an environment variable, one of Lambda's too.
    ///
    /// @param name its name
    /// @param value its value
    /// @return this
    public Builder environment(String name, String value) {
      environment.put(requireNonNull(name), requireNonNull(value));
      return this;
    }

    /// Sets the function's name.
    ///
    /// @param name the name, by default `function`
    /// @return this
    public Builder functionName(String name) {
      functionName = requireNonNull(name);
      emulator.functionName(name);
      return this;
    }

    /// Sets the function's handler, `_HANDLER`.
    ///
    /// @param name the name, by default `bootstrap`
    /// @return this
    public Builder handler(String name) {
      handler = requireNonNull(name);
      emulator.handler(name);
      return this;
    }

    /// Sets the memory size told to the function; it is not enforced.
    ///
    /// @param megabytes the size, by default 128
    /// @return this
    public Builder memory(int megabytes) {
      memoryMb = megabytes;
      return this;
    }

    /// Sets how many invocations the process is to take at once, as on Lambda Managed Instances.
    ///
    /// @param workers `AWS_LAMBDA_MAX_CONCURRENCY`; by default 1, and then not set
    /// @return this
    public Builder concurrency(int workers) {
      concurrency = workers;
      return this;
    }

    /// Sets the function's time-out.
    ///
    /// @param limit the time for each invocation, by default 30 seconds (Lambda's default is 3)
    /// @return this
    public Builder timeout(Duration limit) {
      emulator.timeout(limit);
      return this;
    }

    /// Sets how long the function may take until it asks for its first event.
    ///
    /// @param limit the time, by default 60 seconds (Lambda's is 10)
    /// @return this
    public Builder startTimeout(Duration limit) {
      emulator.startTimeout(limit);
      return this;
    }

    /// Sets the port of the emulator.
    ///
    /// @param number the port; 0, the default, for any that is free
    /// @return this
    public Builder port(int number) {
      emulator.port(number);
      return this;
    }

    Builder followLog(Consumer<String> listener) {
      logListener = requireNonNull(listener);
      followsLog = true;
      return this;
    }

    /// Measures the start from exec on, without what it takes to fork this JVM.
    Builder gated(boolean on) {
      gated = on;
      return this;
    }

    RuntimeApiEmulator.Builder emulator() {
      return emulator;
    }

    private Path taskRoot() {
      Path root = bootstrap == null ? directory : bootstrap.toAbsolutePath().getParent();
      return root.toAbsolutePath().normalize();
    }

    /// Starts the process; it does not wait for the function to be ready.
    ///
    /// @return the running function
    /// @throws IllegalArgumentException if there is no bootstrap or command, or the bootstrap is
    ///   not an executable file
    /// @throws UncheckedIOException if the process cannot be started or the port is taken
    public FunctionProcess start() {
      return new FunctionProcess(this);
    }
  }
}
