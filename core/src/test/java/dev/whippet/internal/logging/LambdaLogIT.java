package dev.whippet.internal.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.jr.ob.JSON;

/// SLF4J binds once in a process, so each case has one of its own.
class LambdaLogIT {
  /// Logs as a function does.
  static final class Program {
    public static void main(String[] args) {
      LambdaLogging.install(args[0].equals("JSON"), args[1]);
      LoggerFactory.getLogger("com.example.Orders").debug("first\nsecond");
      LoggerFactory.getLogger("com.example.Orders")
          .error("failed", new IllegalStateException("why"));
    }
  }

  @Test
  void textIsSlf4jSimplesWithOneLineForAnEvent() throws Exception {
    List<String> lines = run("Text", "debug").err();
    assertEquals(2, lines.size(), lines::toString);
    assertEquals("[main] DEBUG com.example.Orders - first\rsecond", lines.get(0));
    assertTrue(
        lines
            .get(1)
            .startsWith(
                "[main] ERROR com.example.Orders - failed\rjava.lang.IllegalStateException: why\r\tat "),
        lines.get(1));
  }

  @Test
  void levelIsFollowed() throws Exception {
    List<String> lines = run("Text", "").err();
    assertEquals(1, lines.size(), lines::toString);
  }

  @Test
  void jsonGoesToStandardOutput() throws Exception {
    Output output = run("JSON", "debug");
    assertEquals(List.of(), output.err());
    assertEquals(2, output.out().size(), output::toString);
    Map<String, Object> line = JSON.std.mapFrom(output.out().get(0));
    assertEquals("first\nsecond", line.get("message"));
    assertEquals("DEBUG", line.get("level"));
  }

  private record Output(List<String> out, List<String> err) {}

  private static Output run(String... args) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new java.util.ArrayList<>();
    command.addAll(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.add(Program.class.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), err);
    return new Output(lines(out), lines(err));
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  /// The tests run on the module path, where java.class.path has a part only.
  private static String classPath() {
    return String.join(
        java.io.File.pathSeparator,
        System.getProperty("java.class.path", ""),
        System.getProperty("jdk.module.path", ""),
        Path.of("target/classes").toString(),
        Path.of("target/test-classes").toString());
  }
}
