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
    return text("function=${0%/*}", "-XX:AOTCache=\"$function/" + JvmPackage.CACHE + "\"");
  }

  /// The same for a package that has no AOT cache.
  String textWithoutCache() {
    return text("function=${0%/*}", "");
  }

  /// The script that records an AOT cache instead of using one.
  ///
  /// @param function the folder of the package
  String recordingText(String function) {
    return text(
        "function=" + quoted(function),
        "-XX:AOTCacheOutput=\"$function/" + JvmPackage.CACHE + "\"");
  }

  /// The script that records what goes into an AOT cache, the first of two steps: the JVM would
  /// start itself for the second, which an emulated one cannot.
  ///
  /// @param function the folder of the package
  /// @param configuration the file to write
  String observingText(String function, String configuration) {
    return text(
        "function=" + quoted(function),
        "-XX:AOTMode=record -XX:AOTConfiguration=" + quoted(configuration));
  }

  /// The script that makes an AOT cache of what was recorded, and runs nothing.
  ///
  /// @param function the folder of the package
  /// @param configuration the file to read
  String creatingText(String function, String configuration) {
    return text(
        "function=" + quoted(function),
        "-XX:AOTMode=create -XX:AOTConfiguration="
            + quoted(configuration)
            + " -XX:AOTCache=\"$function/"
            + JvmPackage.CACHE
            + "\"");
  }

  private String text(String location, String cache) {
    return """
    #!/bin/sh
    %s
    # most of the function's memory is for the heap, unless JAVA_TOOL_OPTIONS says otherwise
    heap=-Xmx$((${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512} * 7 / 10))m
    case $JAVA_TOOL_OPTIONS in *-Xmx*|*MaxHeapSize*|*MaxRAM*) heap= ;; esac
    # a program to start the JVM with, as in Lambda's own runtimes
    exec ${AWS_LAMBDA_EXEC_WRAPPER:+"$AWS_LAMBDA_EXEC_WRAPPER"} "$function/jre/bin/java" %s $heap \\
      %s \\
      %s
    """
        .formatted(location, cache, joined(options, " \\\n  "), joined(start, " "));
  }

  private static String joined(List<String> words, String separator) {
    return words.stream().map(BootstrapScript::quoted).collect(Collectors.joining(separator));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
