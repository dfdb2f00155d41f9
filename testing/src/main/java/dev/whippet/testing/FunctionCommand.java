package dev.whippet.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that runs a function.
final class FunctionCommand {
  private static final String LAUNCHER = "whippet.test.launcher";

  private FunctionCommand() {}

  /// Words before a command line, for functions built for another processor.
  static List<String> launcher() {
    String words = System.getProperty(LAUNCHER, "").strip();
    return words.isEmpty() ? List.of() : List.of(words.split("\\s+", -1));
  }

  /// The launcher, and the bootstrap or the command.
  ///
  /// @param bootstrap the executable, or null
  /// @param command a command line, empty if there is a bootstrap
  /// @throws IllegalArgumentException if the bootstrap cannot be run, or neither is given
  static List<String> of(List<String> launcher, Path bootstrap, List<String> command) {
    if ((bootstrap == null) == command.isEmpty()) {
      throw new IllegalArgumentException("name a bootstrap or a command, one of the two");
    }
    List<String> words = new ArrayList<>(launcher);
    if (bootstrap == null) {
      words.addAll(command);
    } else {
      words.add(checked(bootstrap, launcher.isEmpty()).toString());
    }
    return List.copyOf(words);
  }

  private static Path checked(Path file, boolean runByItself) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!Files.isRegularFile(absolute)) {
      throw new IllegalArgumentException(
          "bootstrap " + absolute + " is not a file: build it first");
    }
    if (runByItself && !Files.isExecutable(absolute)) {
      throw new IllegalArgumentException(
          "bootstrap " + absolute + " is not executable: chmod 755 it");
    }
    return absolute;
  }
}
