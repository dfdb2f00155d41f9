package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.RuntimeApiDouble;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong before the first event: one init error, one line, a status that is not zero.
class InitErrorTest {
  /// The init error of a function that cannot start.
  private static RecordedRequest initError(Supplier<?> handler) {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      assertEquals(1, FunctionRun.serve(lambda, Whippet.builder().handler(handler)));
      assertEquals(1, lambda.requests().size(), "the init error and nothing else");
      RecordedRequest report = lambda.requests().getFirst();
      assertEquals("POST", report.method());
      assertEquals("/2018-06-01/runtime/init/error", report.path());
      assertEquals("Runtime.InitError", report.header("Lambda-Runtime-Function-Error-Type"));
      assertTrue(log.text().contains("the function could not be set up"), log::text);
      return report;
    }
  }

  static final class FailingConstructor implements Handler<String, String> {
    FailingConstructor() {
      throw new IllegalStateException("no database");
    }

    @Override
    public String handle(String event, Context context) {
      return event;
    }
  }

  static final class FailingInitialiser implements Handler<String, String> {
    private static final int SIZE = Integer.parseInt("no number");

    @Override
    public String handle(String event, Context context) {
      return event + SIZE;
    }
  }

  @Test
  void whatTheConstructorThrows() {
    String text = initError(FailingConstructor::new).text();
    assertTrue(text.startsWith("{\"errorMessage\":\"no database\""), text);
    assertTrue(text.contains("InitErrorTest$FailingConstructor.<init>"), text);
  }

  @Test
  void whatTheStaticInitialiserThrowsWithItsCause() {
    String text = initError(FailingInitialiser::new).text();
    assertTrue(text.contains("java.lang.ExceptionInInitializerError"), text);
    assertTrue(text.contains("For input string: \\\"no number\\\""), text);
  }

  record WithThread(Thread thread) {}

  record WithNested(List<Map<String, WithThread>> deep) {}

  interface Shape {}

  record WithKey(Map<WithThread, String> map) {}

  static final class NoDefaultConstructor {
    final int size;

    NoDefaultConstructor(int size) {
      this.size = size;
    }
  }

  static Stream<Arguments> typesWithoutJson() {
    return Stream.of(
        Arguments.of(WithThread.class, "InitErrorTest$WithThread.thread: cannot read JSON into"),
        Arguments.of(WithNested.class, "InitErrorTest$WithNested.deep: "),
        Arguments.of(Shape.class, "it is abstract; declare a record or class in its place"),
        Arguments.of(Number[][].class, ""),
        Arguments.of(WithKey.class, "a map's keys may be String"),
        Arguments.of(NoDefaultConstructor.class, "a constructor without parameters"),
        Arguments.of(Thread.class, "a class of the JDK that has no form in JSON"));
  }

  @ParameterizedTest
  @MethodSource("typesWithoutJson")
  void aTypeThatCannotBeBoundIsNamed(Class<?> type, String message) {
    if (message.isEmpty()) {
      Whippet.Builder function =
          Whippet.builder().handler(type, Object.class, (event, context) -> event);
      assertEquals("[[1]]", FunctionRun.invoke(function, "[[1]]").text());
      return;
    }
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      Whippet.Builder function =
          Whippet.builder().handler(type, Object.class, (event, context) -> event);
      assertEquals(1, FunctionRun.serve(lambda, function));
      String text = lambda.requests("/init/error").getFirst().text();
      assertTrue(text.contains(message), text);
      assertTrue(log.text().contains(message), log::text);
    }
  }

  static class Generic<T> implements Handler<T, String> {
    @Override
    public String handle(T event, Context context) {
      return event.toString();
    }
  }

  static final class Bounded<T extends Serializable> extends Generic<List<T>> {}

  @SuppressWarnings("rawtypes") // what a user may leave out
  static final class Raw implements Handler {
    @Override
    public Object handle(Object event, Context context) {
      return event;
    }
  }

  private static <T> Handler<T, T> local() {
    return new Handler<>() {
      @Override
      public T handle(T event, Context context) {
        return event;
      }
    };
  }

  static Stream<Supplier<?>> erased() {
    Handler<String, String> lambda = (event, context) -> event;
    return Stream.of(
        () -> lambda,
        Raw::new,
        Generic<String>::new,
        Bounded<String>::new,
        InitErrorTest::<String>local);
  }

  @ParameterizedTest
  @MethodSource("erased")
  void aHandlerWhoseTypesAreErasedSaysWhatToDo(Supplier<?> handler) {
    String text = initError(handler).text();
    assertTrue(text.contains("use run(In.class, Out.class, handler)"), text);
  }

  @Test
  void whatIsNoHandler() {
    String text = initError(() -> "a string").text();
    assertTrue(text.contains("java.lang.String is no handler"), text);
    assertTrue(initError(() -> null).text().contains("the handler is null"));
  }

  @Test
  void anInitErrorThatCannotBeReportedIsLogged() {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble();
        CapturedErr log = new CapturedErr()) {
      lambda.answer("/init/error", "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n");
      int status =
          Whippet.builder().handler(() -> "no handler").serve(FunctionRun.environment(lambda));
      assertEquals(1, status);
      assertTrue(log.text().contains("Runtime.InitError could not be reported: "), log::text);
    }
  }

  @Test
  void withoutLambdaOneLineSaysWhatToDo() {
    for (Map<String, String> environment :
        List.of(Map.<String, String>of(), Map.of("AWS_LAMBDA_RUNTIME_API", " "))) {
      try (CapturedErr log = new CapturedErr()) {
        assertEquals(64, Whippet.builder().handler(new Raw()).serve(environment));
        assertEquals(1, log.text().lines().count(), log::text);
        assertTrue(log.text().contains("mvn whippet:run"), log::text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "http://127.0.0.1:9001",
        "127.0.0.1:",
        "127.0.0.1:x",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        ":9001",
        "no.such.host.invalid:9001",
        "127.0.0.1:9001/x"
      })
  void aMalformedAddressIsOneClearLine(String address) {
    try (CapturedErr log = new CapturedErr()) {
      int status =
          Whippet.builder().handler(new Raw()).serve(Map.of("AWS_LAMBDA_RUNTIME_API", address));
      assertEquals(64, status);
      assertEquals(1, log.text().lines().count(), log::text);
      assertTrue(
          log.text().startsWith("whippet: AWS_LAMBDA_RUNTIME_API: the Runtime API's address '"),
          log::text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5", "99999999999", "4097"})
  void aMalformedConcurrencyIsOneClearLineAndOneWorker(String value) {
    try (RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "\"served\"");
        CapturedErr log = new CapturedErr()) {
      FunctionRun.serve(
          lambda,
          Whippet.builder().handler(String.class, String.class, (event, context) -> event),
          "AWS_LAMBDA_MAX_CONCURRENCY",
          value);
      assertEquals("\"served\"", lambda.reply("1").text());
      assertEquals(
          1, log.text().lines().filter(line -> line.contains("_CONCURRENCY")).count(), log::text);
      assertTrue(
          log.text()
              .startsWith("whippet: AWS_LAMBDA_MAX_CONCURRENCY is '" + value + "', where a number"),
          log::text);
    }
  }

  @Test
  void aFunctionWithoutAHandlerIsAProgrammingError() {
    Whippet.Builder none = Whippet.builder();
    assertThrows(IllegalStateException.class, () -> none.serve(Map.of()));
  }
}
