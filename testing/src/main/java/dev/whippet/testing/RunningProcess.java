package dev.whippet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// One process of a function, from its start to its end.
final class RunningProcess {
  /// What the process has sent may still be on its way when it has ended.
  private static final int DRAIN_STEPS = 100;

  private static final int DRAIN_STEP_MILLIS = 5;
  private static final int GATE_MILLIS = 50;

  private final Process process;
  private final RuntimeApiEmulator emulator;
  private final long startNanos;
  private final Thread watcher;
  private final AtomicBoolean initReported = new AtomicBoolean();
  private volatile boolean wasReady;

  /// @param gated whether the command is one of [#gate]: then the start is the moment it is opened
  RunningProcess(ProcessBuilder command, boolean gated, RuntimeApiEmulator emulator)
      throws IOException {
    this.emulator = emulator;
    long started = System.nanoTime();
    this.process = command.start();
    if (gated) {
      started = openGate();
    }
    this.startNanos = started;
    process.getOutputStream().close();
    this.watcher = Thread.ofVirtual().name("whippet-watch").start(this::watch);
  }

  /// A command line that waits for a line before it becomes the command. To fork a JVM takes longer
  /// than many a function's start; what is measured so begins with exec.
  static List<String> gate(List<String> command) {
    List<String> gated =
        new ArrayList<>(List.of("/bin/sh", "-c", "read -r _; exec \"$@\"", "gate"));
    gated.addAll(command);
    return gated;
  }

  private long openGate() throws IOException {
    try {
      // the shell is asleep in its read by then; if not, the figure is too high, never too low
      Thread.sleep(GATE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long opened = System.nanoTime();
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return opened;
  }

  private void watch() {
    try {
      int status = process.waitFor();
      for (int i = 0; i < DRAIN_STEPS && emulator.isDraining(); i++) {
        Thread.sleep(DRAIN_STEP_MILLIS);
      }
      wasReady = emulator.workers().isReady();
      emulator.fail(id -> PlatformErrors.exited(id, status));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Whether the process, now ended, had asked for an event.
  boolean endedWhenReady() {
    return !process.isAlive() && wasReady;
  }

  /// The time to the first request for an event; empty until it came.
  Optional<Duration> initDuration() {
    OptionalLong ready = emulator.workers().readyNanos();
    return ready.isPresent()
        ? Optional.of(Duration.ofNanos(ready.getAsLong() - startNanos))
        : Optional.empty();
  }

  /// Whether this is the first to tell of the initialisation, be it well or not.
  boolean reportInit() {
    return initReported.compareAndSet(false, true);
  }

  /// The most memory the process has had resident; empty where `/proc` does not tell.
  OptionalLong peakMemoryKib() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }

  /// The processor time the process has used, user and system.
  Optional<Duration> cpuTime() {
    return process.info().totalCpuDuration();
  }

  /// Asks the process to end (SIGTERM), and makes it end when the time is over.
  ///
  /// @return its exit status
  int stop(Duration patience) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      children.forEach(ProcessHandle::destroyForcibly);
      watcher.join();
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the function ends", e);
    }
  }

  /// Ends the process at once, and its children (SIGKILL).
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitEnd();
  }

  void awaitEnd() {
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the function ends", e);
    }
  }
}
