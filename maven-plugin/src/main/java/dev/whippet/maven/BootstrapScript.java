package dev.whippet.maven;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The `bootstrap` that Lambda executes: a POSIX shell script that becomes the JVM.
///
/// @param options the JVM's options
/// @param start `-m`, the main class and its arguments
record BootstrapScript(List<String> options, List<String> start) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /// The script that goes into the package. It finds its files beside itself, wherever that is, and
  /// starts no other process.
  String text() {
    return text("function=${0%/*}", "-XX:AOTCache=\"$function/" + JvmPackage.CACHE + "\" $heap");
  }

  /// The script for a package that has no cache.
  String textWithoutCache() {
    return text("function=${0%/*}", "$heap");
  }

  /// The script that records an AOT cache instead of using one.
  ///
  /// @param function the folder of the package
  String recordingText(String function) {
    return text(
        "function=" + quoted(function),
        "-XX:AOTCacheOutput=\"$function/" + JvmPackage.CACHE + "\" $heap");
  }

  private String text(String location, String first) {
    return """
    #!/bin/sh
    %s
    # most of the function's memory is for the heap, unless JAVA_TOOL_OPTIONS says otherwise
    heap=-Xmx$((${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512} * 7 / 10))m
    case $JAVA_TOOL_OPTIONS in *-Xmx*|*MaxHeapSize*|*MaxRAM*) heap= ;; esac
    exec "$function/jre/bin/java" %s \\
      %s \\
      %s
    """
        .formatted(location, first, joined(options, " \\\n  "), joined(start, " "));
  }

  private static String joined(List<String> words, String separator) {
    return words.stream().map(BootstrapScript::quoted).collect(Collectors.joining(separator));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
