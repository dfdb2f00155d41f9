package dev.whippet.bench.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A started candidate, with the Runtime API it was started for.
final class FunctionUnderTest implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration END_PATIENCE = Duration.ofSeconds(60);

  private final Candidate candidate;
  private final Event event;
  private final Path log;
  private final RuntimeApiServer server = new RuntimeApiServer();
  private final long startNanos;
  private final int pid;
  private boolean ready;
  private boolean ended;
  private int invocations;

  FunctionUnderTest(Candidate candidate, Event event) throws IOException {
    this.candidate = candidate;
    this.event = event;
    this.log = Files.createTempFile("coldstart", ".log");
    Map<String, String> environment = environment();
    this.startNanos = System.nanoTime();
    this.pid = Posix.spawn(candidate.command(), environment, candidate.folder(), log);
  }

  private Map<String, String> environment() throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    environment.put("AWS_LAMBDA_RUNTIME_API", server.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "coldstart");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/coldstart");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[$LATEST]1");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("LAMBDA_TASK_ROOT", candidate.folder().toString());
    environment.put("_HANDLER", "bootstrap");
    return environment;
  }

  /// Waits until the runtime asks for an event.
  ///
  /// @return nanoseconds since the start of the process
  long awaitReady() throws IOException {
    while (!ready) {
      Request request = receive();
      if (request.isNext()) {
        ready = true;
      } else {
        server.accept202();
      }
    }
    return System.nanoTime() - startNanos;
  }

  /// Sends the event, and waits for the response.
  ///
  /// @return nanoseconds from the one to the other
  long invoke() throws IOException {
    awaitReady();
    byte[] response = event.response(invocations++);
    long sent = System.nanoTime();
    server.send(response);
    Request request = receive();
    long nanos = System.nanoTime() - sent;
    if (!request.isResponse() || !request.body().contains(event.expected())) {
      throw new IOException("unexpected: " + request);
    }
    ready = false;
    return nanos;
  }

  /// Tells the runtime that its response has been taken.
  void acknowledge() throws IOException {
    server.accept202();
  }

  private Request receive() throws IOException {
    try {
      Request request = server.receive(PATIENCE, this::hasEnded);
      if (request.isError()) {
        throw new IOException("the function reported " + request);
      }
      return request;
    } catch (IOException e) {
      throw new IOException(candidate.name() + ": " + e.getMessage() + "; it wrote: " + tail(), e);
    }
  }

  private String tail() throws IOException {
    List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /// The processor time since the start, in nanoseconds.
  long cpuNanos() {
    return Posix.cpuNanos(pid);
  }

  /// The most memory it has had resident, in KiB.
  long peakMemoryKib() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Integer.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  private boolean hasEnded() {
    ended = ended || Posix.hasEnded(pid);
    return ended;
  }

  /// Asks the process to end, and waits until it has: a JVM that records a cache writes it now.
  void terminate() throws IOException {
    Posix.killGroup(pid, Posix.SIGTERM);
    long end = System.nanoTime() + END_PATIENCE.toNanos();
    try {
      while (!hasEnded() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      if (!hasEnded()) {
        Posix.killGroup(pid, Posix.SIGKILL);
        Posix.await(pid);
      }
      server.close();
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
