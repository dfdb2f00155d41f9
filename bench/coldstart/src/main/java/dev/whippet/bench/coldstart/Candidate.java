package dev.whippet.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A runtime with its function, ready to be started.
///
/// @param name what tables call it
/// @param command the program, by its absolute path, and its arguments. Where it is a script, it
///   ends with `exec`, or only the script is measured
record Candidate(String name, List<String> command) {
  /// @param text `NAME=PROGRAM`
  /// @param arguments what follows the program
  static Candidate of(String text, List<String> arguments) {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw new IllegalArgumentException("expected NAME=PROGRAM, got '" + text + "'");
    }
    Path program = Path.of(text.substring(equals + 1)).toAbsolutePath().normalize();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    return new Candidate(text.substring(0, equals), List.copyOf(command));
  }

  /// Whether all that it runs is in its folder: a binary, or a script with a JVM beside it.
  boolean isSelfContained() throws IOException {
    if (Files.isDirectory(folder().resolve("jre"))) {
      return true;
    }
    try (var program = Files.newInputStream(Path.of(command.getFirst()))) {
      return program.read() == 0x7f; // as every ELF file begins
    }
  }

  /// The size of its files.
  ///
  /// @return bytes
  long size() throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        size += Files.size(file);
      }
    }
    return size;
  }

  /// Where its files are: the folder of its program, as `LAMBDA_TASK_ROOT` is.
  Path folder() {
    return Path.of(command.getFirst()).getParent();
  }
}
