package dev.whippet.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The Maven that runs this build, to be run on generated projects.
///
/// @param program its command
/// @param repository its local repository
record Maven(Path program, LocalRepository repository) {
  private static final int MINUTES = 5;

  /// What a run came to.
  ///
  /// @param text what it printed, without colours
  record Outcome(int status, String text) {
    /// Fails unless the run succeeded.
    Outcome mustSucceed() {
      if (status != 0) {
        throw new AssertionError("Maven ended with status " + status + ":\n" + text);
      }
      return this;
    }
  }

  /// Runs it, with no GraalVM to be found by `GRAALVM_HOME`.
  Outcome run(Path directory, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository.folder()));
    if (property("it.network").equals("offline=true")) {
      words.add("-o");
    }
    words.addAll(List.of(arguments));
    Path log = Files.createTempFile("maven", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    builder.environment().put("JAVA_HOME", property("it.maven-java"));
    builder.environment().remove("GRAALVM_HOME");
    Process process = builder.start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("Maven still runs: " + Files.readString(log));
      }
      String text = Files.readString(log).replaceAll("\u001b\\[[0-9;]*m", "");
      return new Outcome(process.exitValue(), text);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(log);
    }
  }

  /// Generates a project from this build's archetype.
  ///
  /// @param options of the form `-Dname=value`, besides `groupId`
  Outcome generate(Path directory, String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(
        "org.apache.maven.plugins:maven-archetype-plugin:%s:generate"
            .formatted(property("it.archetype-plugin")));
    words.add("-DarchetypeCatalog=local");
    words.add("-DarchetypeGroupId=dev.whippet");
    words.add("-DarchetypeArtifactId=whippet-archetype");
    words.add("-DarchetypeVersion=" + property("it.version"));
    words.add("-DinteractiveMode=false");
    words.add("-DgroupId=com.example");
    words.addAll(List.of(options));
    return run(directory, words.toArray(String[]::new));
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new AssertionError(name + " is not set: run this test with mvn verify");
    }
    return value;
  }
}
