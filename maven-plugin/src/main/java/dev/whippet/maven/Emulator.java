package dev.whippet.maven;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Runs a `bootstrap` as Lambda would, in whippet-testing's emulator of the Runtime API. That is
/// Java 25 code, so it runs in a JVM of its own.
///
/// @param jdk the JDK it runs on
/// @param classPath whippet-testing and what it depends on
/// @param events the files of the events to send
/// @param memory the function's memory in MB
/// @param timeout how long a call may take in all
/// @param launcher words before the command line of a function that this machine's processor cannot
///   run, as an emulator of another; empty for none
record Emulator(
    Jdk jdk,
    List<Path> classPath,
    List<Path> events,
    int memory,
    Duration timeout,
    List<String> launcher) {
  /// The variable by which Lambda's own runtimes, and the script of a package of type `jvm`, start
  /// the JVM with another program.
  static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

  private static final String MAIN_CLASS = "dev.whippet.testing.Main";

  /// Starts a `bootstrap`, sends it events and ends it.
  ///
  /// @param invocations how many events to send, each file in turn
  /// @param log what it prints goes to this file and to the same with `.out`
  /// @param more further options of the emulator
  /// @return what the emulator printed on standard output: the last response
  /// @throws PackagingException if the function ends early or reports an error
  String invoke(Path bootstrap, int invocations, Path log, String... more) {
    List<String> words = new ArrayList<>();
    words.add(jdk.tool("java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    boolean script = !launcher.isEmpty() && !ElfFile.isOne(bootstrap);
    if (!launcher.isEmpty() && !script) {
      words.add("-Dwhippet.test.launcher=" + String.join(" ", launcher));
    }
    words.add("-cp");
    words.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    words.addAll(List.of(MAIN_CLASS, "--bootstrap", bootstrap.toString()));
    for (Path event : events) {
      words.addAll(List.of("--event", event.toString()));
    }
    words.addAll(List.of("--invoke", Integer.toString(invocations)));
    words.addAll(List.of("--memory", Integer.toString(memory)));
    words.addAll(List.of("--timeout", Long.toString(timeout.toSeconds())));
    words.addAll(List.of(more));
    if (script) {
      words.addAll(List.of("--env", WRAPPER + "=" + wrapper(log.getParent())));
    }
    Path out = log.resolveSibling(log.getFileName() + ".out");
    Command command = new Command(List.copyOf(words), out, log);
    int status = command.run(timeout);
    if (status != 0) {
      String end = Command.tail(log);
      // a JVM that cannot even start says so on standard output
      throw new PackagingException(
          "the function fails when it is run as Lambda runs it; the whole log is %s, its end:%n%s"
              .formatted(log, end.isEmpty() ? command.output() : end));
    }
    return command.output();
  }

  /// Whether functions for that platform can be run here.
  boolean canRun(TargetPlatform platform) {
    return !launcher.isEmpty() || platform.architecture().equals(TargetPlatform.ofMachine());
  }

  /// Writes the launcher as a program that takes a command line.
  Path wrapper(Path folder) {
    Path wrapper = folder.resolve("exec-wrapper").toAbsolutePath();
    AotCache.writeExecutable(
        wrapper, "#!/bin/sh\nexec " + String.join(" ", launcher) + " \"$@\"\n");
    return wrapper;
  }
}
