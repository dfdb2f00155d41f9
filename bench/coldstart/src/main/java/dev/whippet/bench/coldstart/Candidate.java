package dev.whippet.bench.coldstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /// Where its files are: the folder of its program, as `LAMBDA_TASK_ROOT` is.
  Path folder() {
    return Path.of(command.getFirst()).getParent();
  }
}
