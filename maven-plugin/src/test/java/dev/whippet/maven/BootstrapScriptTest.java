package dev.whippet.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the script with a stand-in for the JVM that prints its arguments, a line each.
class BootstrapScriptTest {
  @TempDir Path folder;

  private final BootstrapScript script =
      new BootstrapScript(
          List.of("-XX:+UseSerialGC", "-Dgreeting=it's $HOME"), List.of("-m", "m/p.Main", "p.H"));

  private Path install(String text) throws IOException {
    Path function = folder.resolve("a function");
    Files.createDirectories(function.resolve("jre/bin"));
    AotCache.writeExecutable(
        function.resolve("jre/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    AotCache.writeExecutable(function.resolve("bootstrap"), text);
    return function;
  }

  private static List<String> run(Path bootstrap, String memory, String options)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(bootstrap.toString()).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
    if (memory != null) {
      builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", memory);
    }
    if (options != null) {
      builder.environment().put("JAVA_TOOL_OPTIONS", options);
    }
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertEquals(0, process.waitFor(), lines::toString);
    return lines;
  }

  @Test
  void becomesTheJvmBesideItWithQuotedOptions() throws Exception {
    Path function = install(script.text());

    assertEquals(
        List.of(
            "-XX:AOTCache=" + function.resolve("function.aot"),
            "-Xmx179m",
            "-XX:+UseSerialGC",
            "-Dgreeting=it's $HOME",
            "-m",
            "m/p.Main",
            "p.H"),
        run(function.resolve("bootstrap"), "256", null));
  }

  @Test
  void theHeapHasADefaultWhereLambdaNamesNoMemorySize() throws Exception {
    Path function = install(script.text());

    assertEquals("-Xmx358m", run(function.resolve("bootstrap"), null, null).get(1));
  }

  @Test
  void aHeapSizeOfTheUsersWins() throws Exception {
    Path function = install(script.text());

    assertEquals("-XX:+UseSerialGC", run(function.resolve("bootstrap"), "256", "-Xmx100m").get(1));
    assertEquals(
        "-XX:+UseSerialGC",
        run(function.resolve("bootstrap"), "256", "-Da=b -XX:MaxRAMPercentage=50").get(1));
    assertEquals("-Xmx179m", run(function.resolve("bootstrap"), "256", "-Da=b").get(1));
  }

  @Test
  void withoutACacheNoneIsNamed() throws Exception {
    Path function = install(script.textWithoutCache());

    assertEquals("-Xmx179m", run(function.resolve("bootstrap"), "256", null).get(0));
    assertEquals("-XX:+UseSerialGC", run(function.resolve("bootstrap"), "256", "-Xmx9m").get(0));
  }

  @Test
  void recordsWithTheSameOptions() throws Exception {
    Path function = folder.resolve("a function");
    install(script.recordingText(function.toString()));

    List<String> recording = run(function.resolve("bootstrap"), "256", null);
    install(script.text());
    List<String> using = run(function.resolve("bootstrap"), "256", null);

    assertEquals("-XX:AOTCacheOutput=" + function.resolve("function.aot"), recording.get(0));
    assertEquals(using.subList(1, using.size()), recording.subList(1, recording.size()));
  }
}
