package dev.whippet.maven;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Code that native-image puts into every image, for those functions that use it. A function uses
/// it if a class or resource on its class path, or an option for native-image, names it.
enum UnusedCode {
  /// Handlers and formatters of `java.util.logging`, which its configuration names.
  LOGGING("-H:-EnableLoggingFeature", "java/util/logging/"),
  /// Stacks of virtual threads, which are copied and thawed. Without it they work, each on a thread
  /// of the system.
  CONTINUATIONS(
      "-H:-VMContinuations",
      "ofVirtual|startVirtualThread|newVirtualThreadPerTaskExecutor|StructuredTaskScope"),
  /// Digits and separators of other languages in what a format string makes of numbers.
  LOCALES("-Dwhippet.without.locales=true", "-H:[+]?Include(All)?Locales"),
  /// Dates in format strings, as in `%tY`.
  FORMATTED_DATES(
      "-Dwhippet.without.formatted-dates=true",
      "%(\\d+\\$)?[-#+ 0,(<]*\\d*[tT][BbhAaCYyjmdeHIklMSLNpzZsQRTrDFc]"),
  /// The date in a line of slf4j-simple.
  LOG_DATES("-Dwhippet.without.log-dates=true", "simpleLogger\\.dateTimeFormat"),
  /// A choice of vectors by the processor that an image finds when it starts.
  CPU_FEATURES("-Dwhippet.without.cpu-features=true", "-march=|RuntimeCheckedCPUFeatures");

  // it names what it can be told
  private static final String SLF4J_SIMPLE = "org/slf4j/simple/";

  private final String option;
  private final Pattern names;

  UnusedCode(String option, String names) {
    this.option = option;
    this.names = Pattern.compile(names);
  }

  /// The options that leave out what none of these names.
  ///
  /// @param entries of the class path
  /// @param buildArgs the user's options
  static List<String> options(List<PathEntry> entries, List<String> buildArgs) {
    Set<UnusedCode> unused = EnumSet.allOf(UnusedCode.class);
    buildArgs.forEach(argument -> removeNamed(unused, argument));
    for (PathEntry entry : entries) {
      for (Map.Entry<String, byte[]> file : entry.files().entrySet()) {
        if (!file.getKey().startsWith(SLF4J_SIMPLE)) {
          // constants are in modified UTF-8, in which these names are ASCII
          removeNamed(unused, new String(file.getValue(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    List<String> options = new ArrayList<>();
    unused.forEach(code -> options.add(code.option));
    return options;
  }

  private static void removeNamed(Set<UnusedCode> unused, String text) {
    unused.removeIf(code -> code.names.matcher(text).find());
  }
}
