package dev.whippet.maven;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Code that native-image puts into every image, for those functions that use it. A function uses
/// it if the constants of a class on its class path name it.
enum UnusedCode {
  /// Handlers and formatters of `java.util.logging`, which its configuration names.
  LOGGING("-H:-EnableLoggingFeature", "java/util/logging/"),
  /// Stacks of virtual threads, which are copied and thawed. Without it they work, each on a thread
  /// of the system.
  CONTINUATIONS(
      "-H:-VMContinuations",
      "ofVirtual",
      "startVirtualThread",
      "newVirtualThreadPerTaskExecutor",
      "StructuredTaskScope");

  private final String option;
  private final Pattern names;

  UnusedCode(String option, String... names) {
    this.option = option;
    this.names = Pattern.compile(String.join("|", names));
  }

  /// The options that leave out what none of these classes names.
  ///
  /// @param entries of the class path
  static List<String> options(List<PathEntry> entries) {
    Set<UnusedCode> unused = EnumSet.allOf(UnusedCode.class);
    for (PathEntry entry : entries) {
      for (Map.Entry<String, byte[]> file : entry.files().entrySet()) {
        if (file.getKey().endsWith(".class")) {
          // constants are in modified UTF-8, in which these names are ASCII
          String constants = new String(file.getValue(), StandardCharsets.ISO_8859_1);
          unused.removeIf(code -> code.names.matcher(constants).find());
        }
      }
    }
    List<String> options = new ArrayList<>();
    unused.forEach(code -> options.add(code.option));
    return options;
  }
}
