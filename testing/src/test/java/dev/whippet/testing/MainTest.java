package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
  }

  @Test
  void sendsTheEventsInTurnAndPrintsTheLastResponse() throws IOException {
    String bootstrap = TestBootstrap.in(directory).toString();
    Path file = Files.writeString(directory.resolve("event.json"), "\"from a file\"");
    String[] args = {
      "--event", file.toString(), "--data", "\"log\"", "--invoke", "3", "--bootstrap", bootstrap
    };
    assertEquals(0, run(args), err.toString(UTF_8));
    assertEquals("\"from a file\"\n", out.toString(UTF_8));
    assertEquals(
        List.of("starting", "out 2", "err 2", "no line end", "goodbye"),
        err.toString(UTF_8).lines().toList());
  }

  @Test
  void passesNameMemoryVariablesAndExamples() throws IOException {
    Path bootstrap = TestBootstrap.in(directory);
    assertEquals(
        0,
        run(
            "--name",
            "orders",
            "--memory",
            "256",
            "--env",
            "A=b=c",
            "--data",
            "\"env\"",
            "--invoke",
            "1",
            "--timeout",
            "20",
            "--",
            "bash",
            bootstrap.toString()),
        err.toString(UTF_8));
    Set<String> lines = Set.copyOf(out.toString(UTF_8).lines().toList());
    assertTrue(lines.contains("AWS_LAMBDA_FUNCTION_NAME=orders"), lines.toString());
    assertTrue(lines.contains("AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256"), lines.toString());
    assertTrue(lines.contains("A=b=c"), lines.toString());
    assertEquals(0, run("--example", "sqs", "--invoke", "1", "--bootstrap", bootstrap.toString()));
    assertEquals(SampleEvents.load("sqs"), out.toString(UTF_8).replaceFirst("\n$", ""));
  }

  @Test
  void stopsAtTheFirstFailure() throws IOException {
    String bootstrap = TestBootstrap.in(directory).toString();
    assertEquals(1, run("--data", "\"exit\"", "--invoke", "5", "--bootstrap", bootstrap));
    assertEquals("", out.toString(UTF_8));
    List<String> lines = err.toString(UTF_8).lines().toList();
    assertEquals(List.of("starting", "about to exit"), lines.subList(0, 2));
    assertTrue(lines.getLast().contains("exit status 3"), lines.getLast());
    assertEquals(3, lines.size());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void measuresColdStarts() throws IOException {
    String bootstrap = TestBootstrap.in(directory).toString();
    Path report = directory.resolve("report.json");
    assertEquals(
        0,
        run(
            "--starts",
            "2",
            "--invoke",
            "3",
            "--report",
            report.toString(),
            "--bootstrap",
            bootstrap),
        err.toString(UTF_8));
    List<String> names =
        List.of("initMs", "firstMs", "warmMedianMs", "warmP99Ms", "peakMemoryKib", "cpuMs");
    List<String> table = out.toString(UTF_8).lines().toList();
    assertEquals(names.size() + 1, table.size());
    assertTrue(table.getFirst().matches("of 2 +min +median"), table.getFirst());
    Map<String, Object> json = Json.object(Files.readAllBytes(report));
    List<?> starts = (List<?>) json.get("starts");
    assertEquals(2, starts.size());
    assertEquals(names, List.copyOf(((Map<?, ?>) starts.getFirst()).keySet()));
    assertEquals(names, List.copyOf(((Map<?, ?>) json.get("summary")).keySet()));
    assertEquals("", err.toString(UTF_8), "no log of functions that work");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--unknown x                            | unknown option --unknown",
        "--port                                 | --port, or its value is missing",
        "--port many                            | --port takes a whole number",
        "--port 70000                           | --port takes a whole number",
        "--invoke 0                             | --invoke takes a whole number",
        "--invoke 1                             | --invoke needs a function",
        "--starts 2 --bootstrap b               | need --invoke",
        "--report r --bootstrap b               | need --invoke",
        "--bootstrap b -- c                     | not both",
        "--                                     | a command must follow --",
        "bootstrap                              | unexpected bootstrap",
        "--watch f                              | --watch needs a function",
        "--watch f --invoke 1 --bootstrap b     | --watch needs a function",
        "--env X                                | expected --env NAME=VALUE",
        "--event /no/such/file                  | cannot read the event file",
        "--example no                           | there are alb, apigateway-v1",
        "--invoke 1 --bootstrap /no/such/file   | is not a file",
      })
  void tellsOfMistakesInOneLine(String args, String message) {
    assertEquals(64, run(args.split(" ")));
    String text = err.toString(UTF_8);
    assertTrue(text.startsWith("whippet: ") && text.contains(message), text);
    assertEquals(1, text.lines().count());
  }

  @Test
  void failsIfTheCommandCannotBeRun() {
    assertEquals(1, run("--invoke", "1", "--", "/no/such/program"));
    assertTrue(err.toString(UTF_8).contains("/no/such/program"));
  }
}
