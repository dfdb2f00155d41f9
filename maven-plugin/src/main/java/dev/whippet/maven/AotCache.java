package dev.whippet.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Records the AOT cache of a package (JEP 514 and 515) while the function handles real events, and
/// checks that the JVM accepts it.
///
/// @param emulator runs the function
/// @param work a folder for scripts and logs
record AotCache(Emulator emulator, Path work) {
  private static final int TRAINING = 20;

  // what the JVM logs of a cache that it maps: whether its classes are linked ahead of time
  private static final String LINKED = "Using AOT-linked classes: true";
  private static final String UNLINKED = "(static archive: no aot-linked classes)";

  /// Writes the cache beside the function's `bootstrap`.
  void record(Path function, BootstrapScript script) {
    Path recording = work.resolve("bootstrap-recording");
    Path log = work.resolve("training.log");
    String folder = function.toAbsolutePath().toString();
    if (emulator.launcher().isEmpty()) {
      writeExecutable(recording, script.recordingText(folder));
      emulator.invoke(recording, TRAINING, log);
    } else {
      String configuration = work.resolve("function.aotconf").toAbsolutePath().toString();
      writeExecutable(recording, script.observingText(folder, configuration));
      emulator.invoke(recording, TRAINING, log);
      writeExecutable(recording, script.creatingText(folder, configuration));
      String wrapper = Emulator.WRAPPER + "=" + emulator.wrapper(work);
      Command.of(List.of("env", wrapper, recording.toString()), work.resolve("creation.log"))
          .mustSucceed(emulator.timeout());
    }
    if (!Files.exists(function.resolve(JvmPackage.CACHE))) {
      throw new PackagingException(
          "the JVM wrote no AOT cache after %d invocations; it said:%n%s"
              .formatted(TRAINING, Command.tail(log)));
    }
  }

  /// Starts the finished package once more, in another folder than where it was trained.
  ///
  /// @return whether the cache's classes are linked ahead of time, which incubating modules prevent
  /// @throws PackagingException if the JVM does not use the cache
  boolean verify(Path unpacked) {
    Path jvmLog = work.resolve("aot.log").toAbsolutePath();
    Path log = work.resolve("verification.log");
    try {
      Files.deleteIfExists(jvmLog);
      emulator.invoke(
          unpacked.resolve(JvmPackage.BOOTSTRAP),
          2,
          log,
          "--env",
          "JAVA_TOOL_OPTIONS=-Xlog:aot:file=\"" + jvmLog + "\"");
      return isLinked(Files.exists(jvmLog) ? Files.readString(jvmLog) : Command.tail(log));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + jvmLog, e);
    }
  }

  static boolean isLinked(String jvmLog) {
    if (!jvmLog.contains(LINKED) && !jvmLog.contains(UNLINKED)) {
      throw new PackagingException(
          """
          the JVM rejects the AOT cache that it has just made, so the function would start slowly; \
          an option in <jvmOptions> that concerns modules, agents or the collector is the usual \
          cause. The JVM said:
          %s\
          """
              .formatted(jvmLog.strip()));
    }
    return jvmLog.contains(LINKED);
  }

  static void writeExecutable(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
