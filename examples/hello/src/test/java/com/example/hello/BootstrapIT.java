package com.example.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.FunctionError;
import dev.whippet.testing.FunctionProcess;
import dev.whippet.testing.Invocation;
import dev.whippet.testing.InvocationResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The package as Lambda runs it, whatever it is made of: the one that this build made or, by
/// `whippet.test.bootstrap`, another's, behind the words of `whippet.test.launcher`.
class BootstrapIT {
  private static final Path BOOTSTRAP =
      Path.of(System.getProperty("whippet.test.bootstrap", "target/whippet/unpacked/bootstrap"));
  // Lambda's limit, of events and of responses
  private static final int LIMIT = 6 * 1024 * 1024;
  // long enough for an emulated processor
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private FunctionProcess function;

  @BeforeEach
  void start() {
    function = builder().start();
  }

  @AfterEach
  void end() {
    function.close();
  }

  private static FunctionProcess.Builder builder() {
    FunctionProcess.Builder builder =
        FunctionProcess.builder().bootstrap(BOOTSTRAP).timeout(PATIENCE).startTimeout(PATIENCE);
    // a script starts its JVM behind the launcher, which whippet:package wrote as a program
    Path wrapper = BOOTSTRAP.resolve("../../exec-wrapper").toAbsolutePath().normalize();
    if (isScript() && !System.getProperty("whippet.test.launcher", "").isBlank()) {
      builder.launcher(List.of()).environment("AWS_LAMBDA_EXEC_WRAPPER", wrapper.toString());
    }
    return builder;
  }

  private static boolean isScript() {
    try (InputStream in = Files.newInputStream(BOOTSTRAP)) {
      return in.read() == '#' && in.read() == '!';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void greets(String name) {
    InvocationResult result = function.invoke("{\"name\":\"" + name + "\"}");

    assertEquals("{\"message\":\"Hello, " + name + "\"}", result.text(), result::toString);
  }

  private static String lines(List<String> log) {
    return String.join("\n", log);
  }

  @Test
  void oneProcessAnswersManyEvents() {
    InvocationResult first = function.invoke("{\"name\":\"Ada\"}");
    assertTrue(first.initDuration().isPresent(), first::toString);
    assertEquals("application/json", first.contentType().orElseThrow());
    for (int i = 0; i < 300; i++) {
      String name = "number " + i;
      InvocationResult result = function.invoke("{\"name\":\"" + name + "\"}");
      assertEquals("{\"message\":\"Hello, " + name + "\"}", result.text());
      assertTrue(result.initDuration().isEmpty(), "another process");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë", "Ελένη", "日本語", "😀👩‍🚀", "\u202eright to left", "\u00a0\ufeff"})
  void anyScript(String name) {
    greets(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\":\"\\u00e9\\ud83d\\ude00\\n\\\"\"}', '{\"message\":\"Hello, é😀\\n\\\"\"}'",
    "' { \"other\" : [ 1.5e3, { } , null ] , \"name\" : \"A\" } ', '{\"message\":\"Hello, A\"}'",
    "'{}', '{\"message\":\"Hello, null\"}'",
    "'{\"name\":null}', '{\"message\":\"Hello, null\"}'"
  })
  void anyWayToWriteIt(String event, String response) {
    assertEquals(response, function.invoke(event).text());
  }

  @Test
  void theLargestEvent() {
    String frame = "{\"name\":\"\"}";
    // its response would be larger than the limit if the name were all of it
    String rest = "é".repeat((LIMIT - frame.length() - 100) / 2);
    String event = "{\"other\":\"" + rest + "\",\"name\":\"Ada\"}";
    int length = event.getBytes(StandardCharsets.UTF_8).length;
    event += " ".repeat(LIMIT - length);

    assertEquals("{\"message\":\"Hello, Ada\"}", function.invoke(event).text());

    greets("x".repeat(LIMIT - 100));
    greets("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"name\":\"Ada\"} {}",
        "{\"name\":[]}",
        "[]",
        "\"Ada\"",
        "{\"name\":\"\\ud8",
        "not JSON",
        "{'name':'Ada'}"
      })
  void whatIsNoEventIsAnErrorAndNoEnd(String event) {
    FunctionError error = function.invoke(event).error().orElseThrow();

    assertEquals("dev.whippet.EventFormatException", error.type());
    greets("Ada");
    assertTrue(function.cpuTime().isPresent(), "the same process");
  }

  @Test
  void hostileEvents() {
    byte[] notUtf8 = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
    List<byte[]> events = new ArrayList<>();
    events.add(notUtf8);
    events.add(("{\"x\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
    events.add(("{\"x\":" + "9".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8));
    for (byte[] event : events) {
      InvocationResult result = function.invoke(event);
      assertTrue(result.error().isPresent(), result::toString);
      assertEquals("dev.whippet.EventFormatException", result.error().get().type());
    }
    greets("Ada");
  }

  @Test
  void headersOfAnInvocation() {
    Invocation invocation =
        Invocation.of("{\"name\":\"Ada\"}")
            .withTenantId("tenant-é")
            .withTraceId(
                "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1")
            .withClientContext("{\"client\":{\"app_title\":\"☕\"}}")
            .withCognitoIdentity("{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}");

    assertEquals("{\"message\":\"Hello, Ada\"}", function.invoke(invocation).text());
  }

  @Test
  void aTimeoutEndsTheProcessAndAnotherOneFollows() throws Exception {
    stopWhenIdle();

    InvocationResult late =
        function.invoke(Invocation.of("{\"name\":\"Ada\"}").withTimeout(Duration.ofMillis(200)));

    assertTrue(late.error().isPresent(), late::toString);
    assertEquals("Sandbox.Timedout", late.error().get().type());
    anotherProcessGreets();
  }

  @Test
  void aCrashIsTheInvocationsErrorAndAnotherProcessFollows() throws Exception {
    stopWhenIdle();
    CompletableFuture<InvocationResult> answer = new CompletableFuture<>();
    Thread caller =
        Thread.ofPlatform().start(() -> answer.complete(function.invoke("{\"name\":\"Ada\"}")));
    while (caller.getState() != Thread.State.WAITING
        && caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1); // the event is sent when its caller waits for the answer
    }
    signal("KILL");

    FunctionError error = answer.get(60, TimeUnit.SECONDS).error().orElseThrow();

    assertEquals("Runtime.ExitError", error.type());
    assertTrue(error.message().endsWith("signal: killed"), error::message);
    anotherProcessGreets();
  }

  /// Stops the process, without its noticing, when it has answered an event and asked for another.
  private void stopWhenIdle() throws Exception {
    greets("Ada");
    while (function.emulator().requests().stream().filter(r -> r.method().equals("GET")).count()
        < 2) {
      Thread.sleep(1);
    }
    signal("STOP");
    Path threads = Path.of("/proc", Long.toString(process().pid()), "task");
    while (!isStopped(threads)) {
      Thread.sleep(1); // one thread takes the signal, then stops the others
    }
  }

  private static boolean isStopped(Path threads) throws IOException {
    try (Stream<Path> folders = Files.list(threads)) {
      for (Path folder : folders.toList()) {
        if (!Files.readString(folder.resolve("status")).contains("\nState:\tT")) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void aProcessThatEndsWhileIdleIsNobodysFailure() throws Exception {
    greets("Ada");
    ProcessHandle process = process();
    signal("KILL");
    process.onExit().get(60, TimeUnit.SECONDS);

    anotherProcessGreets();
  }

  @Test
  void sigtermEndsIt() {
    greets("Ada");

    int status = function.stop(PATIENCE);

    assertEquals(128 + 15, status);
    anotherProcessGreets();
  }

  private void anotherProcessGreets() {
    InvocationResult next = function.invoke("{\"name\":\"Ada\"}");
    assertEquals("{\"message\":\"Hello, Ada\"}", next.text(), next::toString);
    assertTrue(next.initDuration().isPresent(), "another process");
  }

  @Test
  void severalWorkers() {
    try (FunctionProcess several = builder().concurrency(4).start()) {
      List<CompletableFuture<InvocationResult>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String event = "{\"name\":\"" + i + "\"}";
        answers.add(CompletableFuture.supplyAsync(() -> several.invoke(event)));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertEquals("{\"message\":\"Hello, " + i + "\"}", answers.get(i).join().text());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"JSON, '\"level\":\"ERROR\"'", "Text, ERROR"})
  void theLogOfAnError(String format, String expected) throws Exception {
    try (FunctionProcess logging = builder().environment("AWS_LAMBDA_LOG_FORMAT", format).start()) {
      InvocationResult result = logging.invoke("not JSON");
      String log = lines(result.log());
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!log.contains("EventFormatException") && System.nanoTime() < end) {
        Thread.sleep(10); // the library logs an error when it has answered
        log += lines(logging.drainLog());
      }

      assertTrue(log.contains(expected), log);
      assertTrue(log.contains(result.requestId()), log);
      assertTrue(log.contains("not JSON"), log);
      assertTrue(log.contains("EventFormatException"), log);
    }
  }

  @Test
  void outsideLambdaItSaysWhatToDo() {
    try (FunctionProcess lost = builder().environment("AWS_LAMBDA_RUNTIME_API", "").start()) {
      InvocationResult result = lost.invoke("{}");

      assertTrue(result.error().isPresent());
      assertTrue(result.error().get().message().endsWith("exit status 64"), result::toString);
      assertTrue(lines(result.log()).contains("mvn whippet:run"), result::toString);
      assertFalse(lines(result.log()).contains("Exception"), result::toString);
    }
  }

  /// Sends a signal to the function's process.
  private static void signal(String name) throws Exception {
    String pid = Long.toString(process().pid());
    assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor());
  }

  /// The function's process, the only one that this JVM has started.
  private static ProcessHandle process() {
    return ProcessHandle.current().children().findFirst().orElseThrow();
  }
}
