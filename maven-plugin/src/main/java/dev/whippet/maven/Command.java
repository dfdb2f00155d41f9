package dev.whippet.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program to run to its end. What it prints goes to files, which stay for whoever looks for the
/// cause of a failure.
///
/// @param words the program and its arguments
/// @param out the file that gets its standard output
/// @param err the file that gets its standard error; the same as `out` to have both in one
record Command(List<String> words, Path out, Path err) {
  private static final int TAIL = 40;

  static Command of(List<String> words, Path log) {
    return new Command(List.copyOf(words), log, log);
  }

  /// Runs the program.
  ///
  /// @return its exit status
  /// @throws PackagingException if it cannot be started or runs longer than `timeout`
  int run(Duration timeout) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(out.toFile());
    if (err.equals(out)) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(err.toFile());
    }
    try {
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new PackagingException(
              "%s did not end within %d s; -Dwhippet.timeout=SECONDS gives a function longer, -Dwhippet.buildTimeout=SECONDS native-image%n%s"
                  .formatted(words.get(0), timeout.toSeconds(), tail(err)));
        }
        return process.exitValue();
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new PackagingException("cannot run %s: %s".formatted(words.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PackagingException("interrupted while %s ran".formatted(words.get(0)), e);
    }
  }

  /// Runs the program, which must succeed.
  ///
  /// @return what it printed on standard output
  String mustSucceed(Duration timeout) {
    int status = run(timeout);
    if (status != 0) {
      throw new PackagingException(
          "%s failed (exit status %d):%n%s%nthe command was: %s"
              .formatted(words.get(0), status, tail(err), String.join(" ", words)));
    }
    return output();
  }

  /// What it printed on standard output.
  String output() {
    return text(out);
  }

  /// The last lines of a file that a program wrote.
  static String tail(Path file) {
    List<String> lines = text(file).lines().toList();
    return String.join(
        System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
  }

  /// What is in a file that a program writes.
  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(" + file + " cannot be read: " + e.getMessage() + ")";
    }
  }
}
