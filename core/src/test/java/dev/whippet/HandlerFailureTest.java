package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.RuntimeApiDouble;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a handler throws: reported, logged, and survived.
class HandlerFailureTest {
  private String log = "";

  /// Fails on the event `fail`, and answers any other.
  private RuntimeApiDouble serve(Throwable fault, int expectedStatus) {
    RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "\"fail\"").event("2", "\"go on\"");
    try (CapturedErr err = new CapturedErr()) {
      int status =
          FunctionRun.serve(
              lambda,
              Whippet.builder()
                  .handler(
                      String.class,
                      String.class,
                      (event, context) -> {
                        if (event.equals("fail")) {
                          HandlerFailureTest.<RuntimeException>sneak(fault);
                        }
                        return event;
                      }));
      assertEquals(expectedStatus, status);
      log = err.text();
    }
    return lambda;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws whatever it is given
  private static <T extends Throwable> void sneak(Throwable fault) throws T {
    throw (T) fault;
  }

  private static final class Nameless extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Throwable inMethods;

    Hostile(Throwable inMethods) {
      this.inMethods = inMethods;
    }

    @Override
    public String getMessage() {
      sneak(inMethods);
      return "not reached";
    }

    @Override
    public synchronized Throwable getCause() {
      sneak(inMethods);
      return null;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      sneak(inMethods);
      return super.getStackTrace();
    }
  }

  static Stream<Throwable> survived() {
    Throwable cyclic = new IllegalStateException("outer", new IOException("inner"));
    cyclic.getCause().initCause(cyclic);
    return Stream.of(
        new IOException("checked"),
        new IllegalStateException("unchecked"),
        new AssertionError("an error"),
        new StackOverflowError(),
        new ExceptionInInitializerError(new IOException("static")),
        new Nameless(),
        cyclic,
        new Hostile(new IllegalStateException("thrown by getMessage")),
        new Hostile(new AssertionError("thrown by getMessage")),
        new Hostile(new StackOverflowError()),
        new InterruptedException("interrupted"));
  }

  @ParameterizedTest
  @MethodSource("survived")
  void isReportedAndTheNextEventIsServed(Throwable fault) {
    try (RuntimeApiDouble lambda = serve(fault, 1)) {
      RecordedRequest error = lambda.reply("1");
      assertEquals("/2018-06-01/runtime/invocation/1/error", error.path());
      assertEquals("Runtime.UserException", error.header("Lambda-Runtime-Function-Error-Type"));
      assertTrue(
          error.text().contains("\"errorType\":\"" + fault.getClass().getName() + "\""),
          error::text);
      assertEquals("\"go on\"", lambda.reply("2").text());
      assertTrue(log.contains("RequestId: 1 the handler failed"), log);
      assertTrue(log.contains(fault.getClass().getName()), log);
    }
  }

  @Test
  void theWholeChainOfCausesIsReportedOnce() {
    Throwable cyclic = new IllegalStateException("outer", new IOException("inner"));
    cyclic.getCause().initCause(cyclic);
    try (RuntimeApiDouble lambda = serve(cyclic, 1)) {
      String text = lambda.reply("1").text();
      assertEquals(2, text.split("\"errorType\"", -1).length - 1, text);
      assertTrue(text.contains("\"cause\":{\"errorMessage\":\"inner\""), text);
    }
  }

  @Test
  void noMessageMeansTheClassName() {
    try (RuntimeApiDouble lambda = serve(new Nameless(), 1)) {
      String text = lambda.reply("1").text();
      assertTrue(text.startsWith("{\"errorMessage\":\"" + Nameless.class.getName() + "\""), text);
    }
  }

  @Test
  void theStackEndsWithTheUsersFrames() {
    try (RuntimeApiDouble lambda = serve(new IOException("x"), 1)) {
      String text = lambda.reply("1").text();
      assertTrue(text.contains("HandlerFailureTest"), text);
      assertFalse(text.contains("dev.whippet.internal"), text);
    }
  }

  @Test
  void aLogEntryIsOneLine() {
    try (RuntimeApiDouble lambda = serve(new IOException("two\nlines"), 1)) {
      List<String> lines = log.lines().filter(line -> line.contains("two")).toList();
      assertTrue(log.contains("two\rlines"), log);
      assertFalse(lines.isEmpty());
      assertEquals("\"go on\"", lambda.reply("2").text());
    }
  }

  static Stream<VirtualMachineError> fatal() {
    return Stream.of(new OutOfMemoryError("Java heap space"), new InternalError("broken"));
  }

  @ParameterizedTest
  @MethodSource("fatal")
  void aBrokenJvmIsReportedAndEnds(VirtualMachineError fault) {
    try (RuntimeApiDouble lambda = serve(fault, 1)) {
      assertTrue(lambda.reply("1").text().contains(fault.getClass().getName()));
      assertEquals(1, lambda.requests("GET /2018-06-01/runtime/invocation/next").size());
      assertTrue(log.contains("the function ends"), log);
    }
  }

  @Test
  void aResultThatCannotBeWrittenIsTheFunctionsError() {
    record Node(List<Object> children) {}
    List<Object> cycle = new java.util.ArrayList<>();
    cycle.add(new Node(cycle));
    RecordedRequest reply =
        FunctionRun.invoke(
            Whippet.builder().handler(Object.class, Object.class, (event, context) -> cycle), "1");
    assertTrue(reply.path().endsWith("/error"), reply::text);
    assertTrue(reply.text().contains("cannot be written as JSON"), reply::text);
  }

  @Test
  void anInterruptThatAHandlerLeavesDoesNoHarm() {
    RuntimeApiDouble lambda = new RuntimeApiDouble().event("1", "1").event("2", "2");
    try (lambda) {
      boolean[] interrupted = new boolean[3];
      FunctionRun.serve(
          lambda,
          Whippet.builder()
              .handler(
                  Integer.class,
                  Integer.class,
                  (event, context) -> {
                    interrupted[event] = Thread.currentThread().isInterrupted();
                    Thread.currentThread().interrupt();
                    return event;
                  }));
      assertEquals("1", lambda.reply("1").text());
      assertEquals("2", lambda.reply("2").text());
      assertFalse(interrupted[2], "seen by the next event's handler");
      assertEquals(1, lambda.connections());
    }
  }
}
