package dev.whippet.bench.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `bench/lambda/measure` with an `aws` that has no account.
class MeasureTest {
  private static final Path SCRIPT = Path.of("..", "lambda", "measure").toAbsolutePath();

  @TempDir Path folder;
  private FakeAws aws;
  private Path zip;

  private record Outcome(int status, String out, String err) {}

  @BeforeEach
  void prepare() throws IOException {
    aws = new FakeAws(folder.resolve("aws"));
    zip = Files.writeString(folder.resolve("function.zip"), "0123456789");
  }

  private Outcome measure(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().merge("PATH", folder.resolve("aws") + ":", (path, own) -> own + path);
    builder.environment().put("MEASURE_RETRY_SECONDS", "0");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int status = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Outcome(status, Files.readString(out), Files.readString(err));
  }

  private static String log(String report) {
    return "START RequestId: 8476a536 Version: $LATEST\nDuration: 99 ms is what it says itself\n"
        + "END RequestId: 8476a536\n"
        + report
        + "\n";
  }

  private static String cold(String init, String duration, int billed, int memory) {
    return log(
        "REPORT RequestId: 8476a536\tDuration: %s ms\tBilled Duration: %d ms\tMemory Size: 512 MB\tMax Memory Used: %d MB\tInit Duration: %s ms\t"
            .formatted(duration, billed, memory, init));
  }

  private static String warm(String duration, int memory) {
    return log(
        "REPORT RequestId: 8476a536\tDuration: %s ms\tBilled Duration: 1 ms\tMemory Size: 512 MB\tMax Memory Used: %d MB\t"
            .formatted(duration, memory));
  }

  @Test
  void theStatisticsAreThoseOfTheReports() throws Exception {
    List<String> logs = new ArrayList<>();
    for (int start = 1; start <= 10; start++) { // not in the order of their values
      int i = start * 7 % 11;
      logs.add(cold(i + "0.5", i + ".25", 11 * i, 20 + i));
      logs.add(warm("0." + (9 + i), 30 + i));
    }
    aws.record("None", logs);

    Outcome outcome = measure("--starts", "10", "--architecture", "arm64", zip.toString());

    assertEquals(0, outcome.status(), outcome.err());
    List<String> lines = outcome.out().lines().toList();
    assertTrue(
        lines.getFirst().endsWith(", arm64, 512 MB, function.zip, 10 bytes"), lines.getFirst());
    assertEquals(
        """
        | | n | least | median | p90 | most |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | Init Duration, ms | 10 | 10.50 | 55.50 | 90.50 | 100.50 |
        | Duration, first, ms | 10 | 1.25 | 5.75 | 9.25 | 10.25 |
        | Billed Duration, first, ms | 10 | 11.00 | 60.50 | 99.00 | 110.00 |
        | Duration, second, ms | 10 | 0.10 | 0.15 | 0.18 | 0.19 |
        | Max Memory Used, MB | 10 | 31.00 | 35.50 | 39.00 | 40.00 |
        """,
        String.join("\n", lines.subList(2, lines.size())) + "\n");
  }

  @Test
  void eachStartIsForcedByAnotherEnvironmentAndAllIsRemoved() throws Exception {
    aws.record(
        "None",
        List.of(cold("9", "1", 10, 20), warm("1", 20), cold("8", "1", 9, 20), warm("1", 20)));

    Outcome outcome =
        measure("--starts", "2", "--name", "probe", "--region", "eu-west-1", zip.toString());

    assertEquals(0, outcome.status(), outcome.err());
    List<String> calls = aws.calls();
    assertTrue(
        calls.stream().allMatch(call -> call.startsWith("--region eu-west-1 ")), calls::toString);
    assertEquals(
        List.of("--environment Variables={START=1}", "--environment Variables={START=2}"),
        calls.stream()
            .filter(call -> call.contains(" update-function-configuration "))
            .map(call -> call.substring(call.indexOf("--environment")))
            .toList());
    assertEquals("--region eu-west-1 iam delete-role --role-name probe", calls.getLast());
  }

  @Test
  void aDryRunPrintsWhatItWouldDoAndDoesNothing() throws Exception {
    Outcome outcome =
        measure("--dry-run", "--starts", "7", "--name", "probe", "--memory", "128", "absent.zip");

    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(List.of(), aws.calls());
    List<String> commands =
        outcome
            .out()
            .lines()
            .map(line -> line.replaceAll("^aws (\\S+ \\S+( function-\\S+)?) .*", "$1"))
            .toList();
    assertEquals(
        List.of(
            "iam create-role",
            "lambda create-function",
            "lambda wait function-active-v2",
            "lambda update-function-configuration",
            "lambda wait function-updated-v2",
            "lambda invoke",
            "lambda invoke",
            "# the last four commands 7 times, then:",
            "lambda delete-function",
            "logs delete-log-group",
            "iam delete-role"),
        commands);
    assertTrue(outcome.out().contains("--memory-size 128"), outcome.out());
  }

  @Test
  void whatTheDryRunPrintsIsWhatIsDone() throws Exception {
    aws.record("None", List.of(cold("9", "1", 10, 20), warm("1", 20)));
    String[] arguments = {"--starts", "1", "--name", "probe", "--role", "arn:r", zip.toString()};
    assertEquals(0, measure(arguments).status());
    List<String> done = aws.calls().stream().map(MeasureTest::withoutFiles).toList();

    List<String> dry = new ArrayList<>(List.of("--dry-run"));
    dry.addAll(List.of(arguments));
    List<String> printed =
        measure(dry.toArray(String[]::new))
            .out()
            .lines()
            .filter(line -> line.startsWith("aws "))
            .map(line -> withoutFiles(line.substring(4).replace("\\", "").strip()))
            .toList();

    assertEquals(printed, done);
  }

  /// Where the answer goes, and which part of it is read.
  private static String withoutFiles(String call) {
    return call.replaceAll("(--query \\[.* text )?\\S+/answer$", "");
  }

  @Test
  void aFunctionThatFailsIsShownAndRemoved() throws Exception {
    aws.record("Unhandled", List.of(log("REPORT RequestId: 8476a536\tDuration: 1 ms\t")));

    Outcome outcome = measure("--name", "probe", zip.toString());

    assertEquals(1, outcome.status());
    assertTrue(
        outcome.err().contains("the function failed (Unhandled): {\"errorMessage\":\"recorded\"}"),
        outcome.err());
    assertRemoved();
  }

  @Test
  void aStartThatWasNotColdIsNotCounted() throws Exception {
    aws.record("None", List.of(warm("1", 20), warm("1", 20)));

    Outcome outcome = measure("--name", "probe", zip.toString());

    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("start 1 was not a cold one: REPORT"), outcome.err());
    assertRemoved();
  }

  @Test
  void whenItIsInterruptedItRemovesWhatItMade() throws Exception {
    aws.record("None", List.of(cold("9", "1", 10, 20), warm("1", 20)));
    aws.interrupt();

    Outcome outcome = measure("--name", "probe", zip.toString());

    assertEquals(143, outcome.status(), outcome.err());
    assertRemoved();
  }

  private void assertRemoved() throws IOException {
    List<String> calls = aws.calls();
    assertEquals(
        List.of(
            "lambda delete-function --function-name probe",
            "logs delete-log-group --log-group-name /aws/lambda/probe",
            "iam delete-role --role-name probe"),
        calls.subList(calls.size() - 3, calls.size()));
  }

  @Test
  void aRoleThatIsNotKnownYetIsTriedAgain() throws Exception {
    aws.record("None", List.of(cold("9", "1", 10, 20), warm("1", 20)));
    aws.fail("create-function", "The role defined for the function cannot be assumed by Lambda.");

    Outcome outcome = measure("--starts", "1", zip.toString());

    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(
        2, aws.calls().stream().filter(call -> call.startsWith("lambda create-function")).count());
  }

  @Test
  void whatSomebodyElseMadeStays() throws Exception {
    aws.fail("create-function", "Function already exist: probe");
    Outcome function = measure("--name", "probe", zip.toString());
    assertEquals(1, function.status());
    assertTrue(function.err().contains("already exist"), function.err());
    assertTrue(aws.calls().stream().noneMatch(call -> call.contains("delete-function")));

    int before = aws.calls().size();
    aws.fail("create-role", "Role with name probe already exists.");
    assertEquals(1, measure("--name", "probe", zip.toString()).status());
    assertEquals(before + 1, aws.calls().size());
  }

  @Test
  void mistakesAreNamed() throws Exception {
    assertMistake("there is no absent.zip: make it with mvn package", "absent.zip");
    assertMistake("no such option: --start", "--start", "1");
    assertMistake("--starts needs a value", "--starts");
    assertMistake("--starts is '0': expected a number from 1", "--starts", "0", "x");
    assertMistake(
        "--architecture is 'arm': expected x86_64 or arm64", "--architecture", "arm", "x");
    assertMistake("more than one package: a and b", "a", "b");
    assertEquals(List.of(), aws.calls());
  }

  private void assertMistake(String message, String... arguments) throws Exception {
    Outcome outcome = measure(arguments);
    assertEquals("measure: " + message + "\n", outcome.err());
    assertEquals(64, outcome.status());
  }
}
