package dev.whippet.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/// Error reports as Lambda and X-Ray read them, whatever was thrown.
class ErrorReportTest {
  private static Map<String, Object> json(ErrorReport report) throws IOException {
    return JSON.std.mapFrom(report.toJson());
  }

  private static ErrorReport report(Throwable fault) {
    return ErrorReport.of(ErrorReport.USER_EXCEPTION, fault);
  }

  private static StackTraceElement frame(String name) {
    return new StackTraceElement(name, "call", "A.java", 7);
  }

  private static <T extends Throwable> T withFrames(T fault, int count, String name) {
    StackTraceElement[] frames = new StackTraceElement[count];
    for (int i = 0; i < count; i++) {
      frames[i] = frame(name);
    }
    fault.setStackTrace(frames);
    return fault;
  }

  @Test
  void isTheObjectThatLambdaShows() throws IOException {
    IOException cause = withFrames(new IOException("inner"), 1, "b.B");
    Exception fault =
        withFrames(new IllegalStateException("a \"b\" \\ \n\t\u20ac\ud83d", cause), 2, "a.A");
    Map<String, Object> json = json(report(fault));
    assertEquals("a \"b\" \\ \n\t\u20ac\ud83d", json.get("errorMessage"));
    assertEquals("java.lang.IllegalStateException", json.get("errorType"));
    assertEquals(List.of("a.A.call(A.java:7)", "a.A.call(A.java:7)"), json.get("stackTrace"));
    Map<?, ?> inner = (Map<?, ?>) json.get("cause");
    assertEquals("inner", inner.get("errorMessage"));
    assertEquals("java.io.IOException", inner.get("errorType"));
    assertFalse(inner.containsKey("cause"));
  }

  @Test
  void withoutAMessageItsClassIsTheMessage() throws IOException {
    ErrorReport report = report(new IOException());
    assertEquals("Runtime.UserException", report.functionErrorType());
    Map<String, Object> json = json(report);
    assertEquals("java.io.IOException", json.get("errorType"));
    assertEquals("java.io.IOException", json.get("errorMessage"));
  }

  @Test
  void framesOfWhippetItselfAndBelowAreLeftOut() {
    Exception fault = new IOException("x");
    fault.setStackTrace(
        new StackTraceElement[] {
          frame("user.A"), frame("dev.whippet.internal.InvocationLoop"), frame("user.B")
        });
    String json = new String(report(fault).toJson(), UTF_8);
    assertTrue(json.contains("\"stackTrace\":[\"user.A.call(A.java:7)\"]"), json);
  }

  @Test
  void forXrayItIsOneObjectOnOneLine() throws IOException {
    Exception fault = withFrames(new IOException("m", new Error("n")), 1, "a.A");
    fault.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.A", "call", null, -2)});
    String cause = report(fault).toXrayCause();
    Map<String, Object> json = JSON.std.mapFrom(cause);
    assertEquals(System.getProperty("user.dir"), json.get("working_directory"));
    assertEquals(List.of(), json.get("paths"));
    List<?> exceptions = (List<?>) json.get("exceptions");
    assertEquals(2, exceptions.size());
    Map<?, ?> first = (Map<?, ?>) exceptions.getFirst();
    assertEquals("m", first.get("message"));
    assertEquals("java.io.IOException", first.get("type"));
    assertEquals(List.of(Map.of("path", "", "line", -2, "label", "a.A.call")), first.get("stack"));
    assertTrue(cause.chars().allMatch(c -> c >= ' ' && c <= '~'), cause);
  }

  /// Whose methods are the user's own.
  private static final class Odd extends IOException {
    private static final long serialVersionUID = 1L;

    @Override
    public StackTraceElement[] getStackTrace() {
      return new StackTraceElement[] {null};
    }
  }

  @Test
  void aStackThatIsNoneIsLeftOut() throws IOException {
    Map<String, Object> json = json(report(new Odd()));
    assertEquals(Odd.class.getName(), json.get("errorType"));
    assertEquals(List.of(), json.get("stackTrace"));
  }

  @Test
  void stacksAreCutBeforeCauses() throws IOException {
    ErrorReport report = report(chain(4, "m", 1_000, "a.long.name.of.A".repeat(20)));
    List<?> exceptions = (List<?>) JSON.std.mapFrom(report.toXrayCause()).get("exceptions");
    assertEquals(4, exceptions.size());
    for (Object exception : exceptions) {
      int frames = ((List<?>) ((Map<?, ?>) exception).get("stack")).size();
      assertTrue(frames > 10 && frames < 30, () -> frames + " frames of an eighth of the limit");
    }
  }

  private static Throwable chain(int length, String message, int frames, String className) {
    Throwable last = null;
    for (int i = 0; i < length; i++) {
      last = withFrames(new IllegalStateException(message, last), frames, className);
    }
    return last;
  }

  @Test
  void isNeverAboveItsLimits() throws IOException {
    Throwable[] giants = {
      chain(1, "\u20ac".repeat(3_000_000), 1, "a.A"),
      chain(1, "m", 200_000, "a.A"),
      chain(50, "\u20ac".repeat(70_000), 2_000, "a.long.name.of.A".repeat(20)),
      chain(2_000, "m", 1, "a.A"),
      new StackOverflowError()
    };
    for (Throwable giant : giants) {
      ErrorReport report = report(giant);
      assertTrue(report.toJson().length <= 1024 * 1024);
      assertTrue(report.toJson(64 * 1024).length <= 64 * 1024);
      assertTrue(report.toXrayCause().length() <= 64 * 1024);
      assertEquals(giant.getClass().getName(), json(report).get("errorType"));
      JSON.std.mapFrom(report.toXrayCause());
    }
  }

  @Test
  void aCutMessageSaysHowMuchIsMissing() throws IOException {
    String message =
        (String) json(report(new IOException("m".repeat(100_000)))).get("errorMessage");
    assertEquals("m".repeat(65_536) + "... (34464 more characters)", message);
  }

  @Test
  void anOrdinaryStackIsNotCut() throws IOException {
    Map<String, Object> json = json(report(withFrames(new IOException("m"), 1_000, "a.A")));
    assertEquals(1_000, ((List<?>) json.get("stackTrace")).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Exception",
        "unhandled",
        "Runtime.",
        "Runtime.x",
        "Function.A1",
        "Runtime.A b",
        "runtime.Abc",
        "Runtime.Unknown\r\n",
        ""
      })
  void aTypeThatLambdaWouldReplaceIsRefused(String type) {
    Exception fault = new IOException();
    assertThrows(IllegalArgumentException.class, () -> ErrorReport.of(type, fault));
  }

  @Test
  void ownTypesAreTaken() {
    for (String type :
        new String[] {
          ErrorReport.USER_EXCEPTION,
          ErrorReport.INIT_ERROR,
          ErrorReport.BAD_PAYLOAD,
          ErrorReport.RESPONSE_TOO_LARGE,
          ErrorReport.BEFORE_SNAPSHOT,
          ErrorReport.AFTER_RESTORE,
          "Function.MyOwn"
        }) {
      assertTrue(type.matches("(Runtime|Function)\\.[A-Z][a-zA-Z]+"), type);
      assertEquals(type, ErrorReport.of(type, new IOException()).functionErrorType());
    }
  }
}
