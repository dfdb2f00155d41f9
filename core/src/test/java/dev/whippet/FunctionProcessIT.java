package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.Await;
import dev.whippet.support.ForkedJvm;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.RuntimeApiDouble;
import dev.whippet.support.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Functions as processes: how they start, and how they end.
class FunctionProcessIT {
  private static final String BOOTSTRAP = "dev.whippet.Bootstrap";

  private final RuntimeApiDouble lambda = new RuntimeApiDouble();

  @AfterEach
  void close() {
    lambda.close();
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  /// A class without main: Bootstrap takes it for the handler.
  static final class Echo implements Handler<Object, Object> {
    @Override
    public Object handle(Object event, Context context) {
      return event;
    }
  }

  /// A class with main.
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      Whippet.run(Object.class, Object.class, (event, context) -> List.of(event, args.length));
    }
  }

  static final class FailingInitialiser implements Handler<Object, Object> {
    private static final int SIZE = Integer.parseInt("no number");

    @Override
    public Object handle(Object event, Context context) {
      return SIZE;
    }
  }

  static final class FailingMain {
    private FailingMain() {}

    public static void main(String[] args) {
      if (args.length > 0) {
        throw new IllegalStateException("no configuration in " + args.length);
      }
    }
  }

  @Test
  void outsideLambdaOneLineAndStatus64() {
    try (ForkedJvm jvm = ForkedJvm.start(Map.of(), BOOTSTRAP, name(Echo.class))) {
      assertEquals(64, jvm.status());
      assertEquals(1, jvm.output().lines().count(), jvm::output);
      assertTrue(jvm.output().contains("use 'mvn whippet:run'"), jvm::output);
    }
  }

  @Test
  void bootstrapStartsTheHandlerThatTheEnvironmentNames() {
    lambda.event("1", "[1]").end();
    Map<String, String> environment =
        FunctionRun.environment(lambda, "_HANDLER", name(Echo.class) + "::handle");
    try (ForkedJvm jvm = ForkedJvm.start(environment, BOOTSTRAP)) {
      assertEquals(1, jvm.status());
      assertEquals("[1]", lambda.reply("1").text());
    }
  }

  @Test
  void bootstrapStartsTheMainThatItsArgumentNames() {
    lambda.event("1", "7").end();
    Map<String, String> environment = FunctionRun.environment(lambda);
    try (ForkedJvm jvm = ForkedJvm.start(environment, BOOTSTRAP, name(Main.class))) {
      assertEquals(1, jvm.status());
      assertEquals("[7,1]", lambda.reply("1").text());
    }
  }

  private RecordedRequest initError(String... command) {
    try (ForkedJvm jvm = ForkedJvm.start(FunctionRun.environment(lambda), command)) {
      assertEquals(1, jvm.status(), jvm::output);
      assertEquals(1, lambda.requests().size());
      RecordedRequest report = lambda.requests().getFirst();
      assertEquals("/2018-06-01/runtime/init/error", report.path());
      assertEquals("Runtime.InitError", report.header("Lambda-Runtime-Function-Error-Type"));
      return report;
    }
  }

  @Test
  void aFailingStaticInitialiserIsAnInitError() {
    String text = initError(BOOTSTRAP, name(FailingInitialiser.class)).text();
    assertTrue(text.contains("ExceptionInInitializerError"), text);
    assertTrue(text.contains("no number"), text);
  }

  @Test
  void aFailingMainIsAnInitError() {
    String text = initError(BOOTSTRAP, name(FailingMain.class)).text();
    assertTrue(text.startsWith("{\"errorMessage\":\"no configuration in 1\""), text);
  }

  @Test
  void aClassThatIsNotThereIsAnInitError() {
    String text = initError(BOOTSTRAP, "no.such.Function").text();
    assertTrue(text.contains("the function's class 'no.such.Function' is not there"), text);
  }

  @Test
  void noClassAtAllIsAnInitError() {
    assertTrue(initError(BOOTSTRAP).text().contains("no function is named"));
  }

  /// Exhausts one of two kinds of memory.
  static final class Exhausting implements Handler<String, String> {
    @Override
    public String handle(String what, Context context) {
      if (what.equals("stack")) {
        return handle(what, context) + "x";
      }
      List<byte[]> hoard = new ArrayList<>();
      while (what.equals("heap")) {
        hoard.add(new byte[1024 * 1024]);
      }
      return what + hoard.size();
    }
  }

  @Test
  void anExhaustedStackIsSurvivedAndAnExhaustedHeapIsReportedAndEnds() {
    lambda
        .event("1", "\"stack\"")
        .event("2", "\"nothing\"")
        .event("3", "\"heap\"")
        .event("4", "\"\"");
    Map<String, String> environment = FunctionRun.environment(lambda);
    try (ForkedJvm jvm =
        ForkedJvm.start(environment, "-Xmx48m", BOOTSTRAP, name(Exhausting.class))) {
      assertEquals(1, jvm.status(), jvm::output);
      assertTrue(lambda.reply("1").text().contains("java.lang.StackOverflowError"));
      assertEquals("\"nothing0\"", lambda.reply("2").text());
      assertTrue(lambda.reply("3").text().contains("java.lang.OutOfMemoryError"));
      assertEquals(0, lambda.replies("4").size());
    }
  }

  /// Cleans up in two steps, the first of which fails.
  static final class CleaningUp {
    private CleaningUp() {}

    public static void main(String[] args) {
      Whippet.builder()
          .onShutdown(() -> {
            throw new IllegalStateException("first step of " + (args.length + 2));
          })
          .onShutdown(() -> System.out.println("second step"))
          .handler(new Echo())
          .run();
    }
  }

  @Test
  void sigtermRunsTheShutdownHooks() {
    lambda.event("1", "1");
    try (ForkedJvm jvm = ForkedJvm.start(FunctionRun.environment(lambda), name(CleaningUp.class))) {
      lambda.awaitRequests("GET /2018-06-01/runtime/invocation/next", 2);
      List<RecordedRequest> requests = lambda.awaitRequests("/2020-01-01/extension/event/next", 1);
      assertEquals("ext-1", requests.getFirst().header("Lambda-Extension-Identifier"));
      RecordedRequest register = lambda.requests().getFirst();
      assertEquals("/2020-01-01/extension/register", register.path());
      assertEquals("{\"events\":[]}", register.text());
      assertNull(register.header("Lambda-Extension-Identifier"));
      jvm.terminate();
      assertEquals(143, jvm.status());
      assertTrue(jvm.output().contains("first step of 2"), jvm::output);
      assertTrue(jvm.output().contains("second step"), jvm::output);
    }
  }

  @Test
  void withoutExtensionsThereIsAWarningAndEventsAreServed() {
    lambda.answer("/register", "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n").event("1", "1").end();
    try (ForkedJvm jvm = ForkedJvm.start(FunctionRun.environment(lambda), name(CleaningUp.class))) {
      assertEquals(1, jvm.status());
      assertEquals("1", lambda.reply("1").text());
      assertTrue(jvm.output().contains("no SIGTERM will come"), jvm::output);
    }
  }

  /// Streams 200 MB.
  static final class Streaming {
    private Streaming() {}

    public static void main(String[] args) {
      Whippet.run(
          (StreamHandler)
              (event, response, context) -> {
                byte[] part = new byte[100_000 + args.length];
                for (int i = 0; i < 2_000; i++) {
                  response.write(part);
                }
              });
    }
  }

  @Test
  void streaming200MbTakesNoMoreMemoryThanTheRest() {
    long[] streamed = new long[1];
    lambda.delivery(peer -> {
      peer.send(Wire.event("1", "1"));
      streamed[0] = peer.skipUntil("\r\n0\r\n\r\n");
      peer.send(Wire.ACCEPTED);
      peer.hold();
    });
    try (ForkedJvm jvm =
        ForkedJvm.start(
            FunctionRun.environment(lambda), "-Xmx16m", "-Xss512k", name(Streaming.class))) {
      lambda.awaitRequests("GET /2018-06-01/runtime/invocation/next", 2);
      assertTrue(streamed[0] > 200_000_000, () -> streamed[0] + " bytes; " + jvm.output());
      long peak = jvm.statusKib("VmHWM");
      assertTrue(peak < 64 * 1024, () -> "peak of " + peak + " KiB");
      lambda.end();
      assertEquals(1, jvm.status());
    }
    Await.until("the connection's end", () -> lambda.openConnections() == 0);
  }
}
