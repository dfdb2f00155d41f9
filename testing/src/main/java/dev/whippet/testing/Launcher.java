package dev.whippet.testing;

import java.util.Arrays;
import java.util.List;

/// Words before a command line, for functions built for another processor.
final class Launcher {
  private static final String PROPERTY = "whippet.test.launcher";

  private Launcher() {}

  static List<String> fromProperty() {
    String words = System.getProperty(PROPERTY, "").strip();
    return words.isEmpty() ? List.of() : Arrays.asList(words.split("\\s+"));
  }
}
