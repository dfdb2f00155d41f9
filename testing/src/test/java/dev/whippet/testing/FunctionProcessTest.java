package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FunctionProcessTest {
  @TempDir private Path directory;
  private FunctionProcess.Builder builder;

  @BeforeEach
  void build() throws IOException {
    builder =
        FunctionProcess.builder()
            .bootstrap(TestBootstrap.in(directory))
            .timeout(Duration.ofSeconds(20));
  }

  @Test
  void invokesAndTellsOfTheInitOnce() {
    try (FunctionProcess function = builder.start()) {
      InvocationResult first = function.invoke("{\"n\":1}");
      assertEquals("{\"n\":1}", first.text());
      assertTrue(first.initDuration().orElseThrow().isPositive());
      assertEquals(List.of("starting"), first.log());
      InvocationResult second = function.invoke("\"count\"");
      assertEquals("2", second.text());
      assertTrue(second.initDuration().isEmpty());
      assertTrue(second.log().isEmpty());
      List<RecordedRequest> requests = function.emulator().requests();
      assertEquals(2, requests.stream().filter(r -> r.method().equals("POST")).count());
    }
  }

  @Test
  void capturesWhatEachInvocationWrites() {
    try (FunctionProcess function = builder.start()) {
      function.invoke("{}");
      assertEquals(List.of("out 2", "err 2", "no line end"), function.invoke("\"log\"").log());
      assertEquals(List.of("out 3", "err 3", "no line end"), function.invoke("\"log\"").log());
      InvocationResult shown = function.invoke("\"log\"");
      assertTrue(shown.toString().contains("\nout 4\n"), shown.toString());
    }
  }

  @Test
  void aRestartIsNoFailureWhateverTheStateItCameIn() {
    try (FunctionProcess function = builder.start()) {
      function.restart(Duration.ofSeconds(10)); // perhaps before the function was ready
      assertEquals("1", function.invoke("\"count\"").text());
      assertEquals("2", function.invoke("\"count\"").text());
      function.restart(Duration.ofSeconds(10));
      assertEquals("1", function.invoke("\"count\"").text());
    }
  }

  @Test
  void setsLambdasEnvironmentAndNoOther() throws IOException {
    builder
        .functionName("orders")
        .handler("com.example.Orders")
        .memory(512)
        .environment("TABLE", "t 1")
        .environment("AWS_REGION", "eu-west-1");
    try (FunctionProcess function = builder.start()) {
      Map<String, String> env = new HashMap<>();
      for (String line : function.invoke("\"env\"").text().lines().toList()) {
        String[] parts = line.split("=", 2);
        env.put(parts[0], parts[1]);
      }
      assertEquals("orders", env.get("AWS_LAMBDA_FUNCTION_NAME"));
      assertEquals("com.example.Orders", env.get("_HANDLER"));
      assertEquals("512", env.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
      assertEquals("$LATEST", env.get("AWS_LAMBDA_FUNCTION_VERSION"));
      assertEquals("t 1", env.get("TABLE"));
      assertEquals("eu-west-1", env.get("AWS_REGION"));
      assertEquals("on-demand", env.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
      assertEquals(":UTC", env.get("TZ"));
      assertEquals("/aws/lambda/orders", env.get("AWS_LAMBDA_LOG_GROUP_NAME"));
      assertTrue(
          env.get("AWS_LAMBDA_LOG_STREAM_NAME")
              .matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST\\][0-9a-f]{32}"));
      assertEquals(function.emulator().address(), env.get("AWS_LAMBDA_RUNTIME_API"));
      assertEquals(directory.toString(), env.get("LAMBDA_TASK_ROOT"));
      Set<String> expected =
          Set.of(
              "_HANDLER",
              "AWS_REGION",
              "AWS_DEFAULT_REGION",
              "AWS_LAMBDA_FUNCTION_NAME",
              "AWS_LAMBDA_FUNCTION_VERSION",
              "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
              "AWS_LAMBDA_LOG_GROUP_NAME",
              "AWS_LAMBDA_LOG_STREAM_NAME",
              "AWS_LAMBDA_INITIALIZATION_TYPE",
              "AWS_ACCESS_KEY_ID",
              "AWS_SECRET_ACCESS_KEY",
              "AWS_SESSION_TOKEN",
              "AWS_LAMBDA_RUNTIME_API",
              "LAMBDA_TASK_ROOT",
              "LAMBDA_RUNTIME_DIR",
              "TZ",
              "PATH",
              "TABLE");
      // what the shell itself sets
      env.keySet().removeAll(Set.of("PWD", "OLDPWD", "SHLVL", "_", "LC_ALL"));
      assertEquals(expected, env.keySet());
      String pwd = function.invoke("\"pwd\"").text();
      assertEquals(directory.toRealPath().toString(), pwd);
    }
  }

  @Test
  void answersForAProcessThatExitsAndStartsAnother() {
    try (FunctionProcess function = builder.start()) {
      function.invoke("{}");
      InvocationResult crashed = function.invoke("\"exit\"");
      FunctionError error = crashed.error().orElseThrow();
      assertEquals("Runtime.ExitError", error.type());
      assertEquals(
          "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: "
              + crashed.requestId()
              + " Error: Runtime exited with error: exit status 3\"}",
          crashed.text());
      assertEquals(List.of("about to exit"), crashed.log());
      InvocationResult next = function.invoke("\"count\"");
      assertEquals("1", next.text(), "a new process");
      assertTrue(next.initDuration().isPresent());
    }
  }

  @Test
  void namesTheSignalThatKilledTheProcess() {
    try (FunctionProcess function = builder.start()) {
      String message = function.invoke("\"kill\"").error().orElseThrow().message();
      assertTrue(message.endsWith("Runtime exited with error: signal: killed"), message);
    }
  }

  @Test
  void startsAnotherForAProcessThatExitedWhileIdle() {
    try (FunctionProcess function = builder.start()) {
      assertEquals("last", function.invoke("\"answer and exit\"").text());
      assertEquals("1", function.invoke("\"count\"").text());
    }
  }

  @Test
  void killsAndRestartsAfterATimeout() {
    try (FunctionProcess function = builder.start()) {
      function.invoke("{}");
      InvocationResult late =
          function.invoke(Invocation.of("\"hang\"").withTimeout(Duration.ofMillis(100)));
      FunctionError error = late.error().orElseThrow();
      assertEquals("Sandbox.Timedout", error.type());
      assertTrue(error.message().endsWith("Task timed out after 0.10 seconds"), error.message());
      assertEquals("1", function.invoke("\"count\"").text(), "a new process");
    }
  }

  @Test
  void reportsTheFunctionsOwnError() {
    try (FunctionProcess function = builder.start()) {
      assertEquals("on request", function.invoke("\"fail\"").error().orElseThrow().message());
      assertEquals("2", function.invoke("\"count\"").text(), "the same process");
    }
  }

  @Test
  void answersWithTheInitError() {
    try (FunctionProcess function = builder.environment("MODE", "init-error").start()) {
      for (int i = 0; i < 2; i++) {
        FunctionError error = function.invoke("{}").error().orElseThrow();
        assertEquals("Config", error.type());
        assertEquals("no table", error.message());
      }
    }
  }

  @Test
  void answersForAProcessThatExitsInInit() {
    try (FunctionProcess function = builder.environment("MODE", "exit-in-init").start()) {
      InvocationResult result = function.invoke("{}");
      FunctionError error = result.error().orElseThrow();
      assertEquals("Runtime.ExitError", error.type());
      assertTrue(error.message().endsWith("exit status 2"), error.message());
      assertEquals(List.of("starting", "no configuration"), result.log());
      InvocationResult again = function.invoke("{}");
      assertTrue(again.error().isPresent());
      assertEquals(List.of("starting", "no configuration"), again.log(), "it was started again");
    }
  }

  @Test
  void saysSoIfTheProcessGivesNoReason() {
    try (FunctionProcess function = builder.environment("MODE", "silent-exit").start()) {
      String message = function.invoke("{}").error().orElseThrow().message();
      assertTrue(message.endsWith("Runtime exited without providing a reason"), message);
    }
  }

  @Test
  void endsTheProcessWithSigterm() {
    try (FunctionProcess function = builder.start()) {
      function.invoke("{}");
      // bash runs the trap when its read is interrupted
      assertEquals(0, function.stop(Duration.ofSeconds(20)));
      assertEquals(List.of("goodbye"), function.drainLog());
      assertEquals("1", function.invoke("\"count\"").text(), "a new process");
    }
  }

  @Test
  void killsAProcessThatIgnoresSigterm() throws InterruptedException {
    builder = FunctionProcess.builder().command("bash", "-c", "trap '' TERM; echo up; sleep 60");
    try (FunctionProcess function = builder.start()) {
      while (!function.drainLog().contains("up")) {
        Thread.sleep(1);
      }
      assertEquals(137, function.stop(Duration.ofMillis(500)));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void knowsMemoryAndTimeUsed() {
    try (FunctionProcess function = builder.start()) {
      function.invoke("{}");
      assertTrue(function.peakMemoryKib().orElseThrow() > 500);
      assertFalse(function.cpuTime().orElseThrow().isNegative());
      function.stop(Duration.ofSeconds(20));
      assertTrue(function.peakMemoryKib().isEmpty());
    }
  }

  @Test
  void tellsOfConcurrencyAndLeavesTheProcessAloneOnATimeout() {
    try (FunctionProcess function = builder.concurrency(4).start()) {
      assertTrue(function.invoke("\"env\"").text().contains("AWS_LAMBDA_MAX_CONCURRENCY=4\n"));
      Invocation late = Invocation.of("\"hang\"").withTimeout(Duration.ofMillis(50));
      assertTrue(function.invoke(late).error().isPresent());
      assertTrue(function.cpuTime().isPresent(), "still alive");
    }
  }

  @Test
  void runsACommandBehindALauncher() {
    builder =
        FunctionProcess.builder()
            .launcher(List.of("env", "MODE=exit-in-init"))
            .command("bash", directory.resolve("bootstrap").toString())
            .directory(directory);
    try (FunctionProcess function = builder.start()) {
      assertTrue(function.invoke("{}").log().contains("no configuration"));
    }
  }

  @Test
  void refusesWhatCannotBeStarted() throws IOException {
    Path missing = directory.resolve("missing");
    String message = failure(FunctionProcess.builder().bootstrap(missing));
    assertTrue(message.contains(missing + " is not a file"), message);
    Path plain = Files.writeString(directory.resolve("plain"), "");
    assertTrue(failure(FunctionProcess.builder().bootstrap(plain)).contains("chmod 755"));
    assertTrue(failure(FunctionProcess.builder()).contains("bootstrap or a command"));
    var unknown = FunctionProcess.builder().command("/no/such/program");
    var e = assertThrows(UncheckedIOException.class, unknown::start);
    assertTrue(e.getMessage().contains("/no/such/program"), e.getMessage());
  }

  private static String failure(FunctionProcess.Builder builder) {
    return assertThrows(IllegalArgumentException.class, builder::start).getMessage();
  }

  @Test
  void isClosedForGood() {
    FunctionProcess function = builder.start();
    function.close();
    function.close();
    assertThrows(IllegalStateException.class, () -> function.invoke("{}"));
  }
}
