package dev.whippet.runtimeapi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whippet.internal.AsciiJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// An error in the shape that Lambda shows to the caller: type, message, stack trace, causes.
/// Immutable.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror">Invocation
///   error</a>
public final class ErrorReport {
  /// The function's own code failed.
  public static final String USER_EXCEPTION = "Runtime.UserException";

  /// The function could not be set up.
  public static final String INIT_ERROR = "Runtime.InitError";

  /// The event does not fit the handler's input type.
  public static final String BAD_PAYLOAD = "Runtime.MarshalError";

  /// The result is above Lambda's limit.
  public static final String RESPONSE_TOO_LARGE = "Function.ResponseSizeTooLarge";

  /// Work before a SnapStart snapshot failed.
  public static final String BEFORE_SNAPSHOT = "Runtime.BeforeSnapshotError";

  /// Work after a SnapStart restore failed.
  public static final String AFTER_RESTORE = "Runtime.AfterRestoreError";

  private static final int MAX_PROBLEMS = 16;
  private static final int MAX_BODY = 1024 * 1024;
  private static final int MAX_XRAY_CAUSE = 64 * 1024;

  private final String functionErrorType;
  private final List<Problem> problems;

  private ErrorReport(String functionErrorType, List<Problem> problems) {
    this.functionErrorType = functionErrorType;
    this.problems = problems;
  }

  /// One throwable of a chain of causes.
  private record Problem(String type, String message, List<StackTraceElement> stack) {
    static Problem of(Throwable throwable) {
      String type = throwable.getClass().getName();
      String message = ask(throwable::getLocalizedMessage);
      List<StackTraceElement> stack = ask(() -> frames(throwable.getStackTrace()));
      return new Problem(type, message == null ? type : message, stack == null ? List.of() : stack);
    }

    /// The stack down to the runtime itself.
    private static List<StackTraceElement> frames(StackTraceElement[] stack) {
      return Arrays.stream(stack)
          .takeWhile(frame -> !frame.getClassName().startsWith("dev.whippet.internal."))
          .toList();
    }

    /// Asks a throwable something: a user's class may override each of its methods, with anything.
    static <T> T ask(Supplier<T> question) {
      try {
        return question.get();
      } catch (Throwable e) {
        return null;
      }
    }
  }

  /// Describes a throwable with its causes; stack frames of Whippet itself and below are left out.
  ///
  /// @param functionErrorType Lambda's category: `Runtime.` or `Function.` and letters, the first a
  ///   capital
  /// @param throwable what was thrown
  /// @return the report
  /// @throws IllegalArgumentException if Lambda would not take the category
  public static ErrorReport of(String functionErrorType, Throwable throwable) {
    if (!isFunctionErrorType(functionErrorType)) {
      throw new IllegalArgumentException(
          "function error type '%s': expected 'Runtime.' or 'Function.' and letters, the first a capital"
              .formatted(functionErrorType));
    }
    List<Problem> problems = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = Objects.requireNonNull(throwable);
        t != null && problems.size() < MAX_PROBLEMS && seen.add(t);
        t = Problem.ask(t::getCause)) {
      problems.add(Problem.of(t));
    }
    return new ErrorReport(functionErrorType, List.copyOf(problems));
  }

  /// Whether AWS's server takes it as a value of `Lambda-Runtime-Function-Error-Type`; it replaces
  /// others by Runtime.Unknown.
  private static boolean isFunctionErrorType(String type) {
    int start = type.indexOf('.') + 1;
    boolean valid =
        (type.startsWith("Runtime.") || type.startsWith("Function."))
            && type.length() > start + 1
            && type.charAt(start) <= 'Z';
    for (int i = start; i < type.length(); i++) {
      int letter = type.charAt(i) | ' ';
      valid &= letter >= 'a' && letter <= 'z';
    }
    return valid;
  }

  /// Lambda's category of the error.
  ///
  /// @return for example `Runtime.UserException`
  public String functionErrorType() {
    return functionErrorType;
  }

  /// The report as Lambda expects it, at most 1 MiB: stack traces are cut first, then causes and
  /// the message.
  ///
  /// @return JSON in ASCII
  public byte[] toJson() {
    return toJson(MAX_BODY);
  }

  /// The same in at most some bytes, 8 KiB or more.
  byte[] toJson(int maxLength) {
    AsciiJson json = new AsciiJson();
    int shown = 0;
    for (; shown < problems.size() && json.length() < maxLength / 2; shown++) {
      Problem problem = problems.get(shown);
      if (shown > 0) {
        json.name("cause");
      }
      json.open('{').name("errorMessage").value(cut(problem.message, maxLength));
      json.name("errorType").value(problem.type).name("stackTrace").open('[');
      stack(shown, json, maxLength).forEach(json::value);
      json.close(']');
    }
    for (; shown > 0; shown--) {
      json.close('}');
    }
    return json.toString().getBytes(US_ASCII);
  }

  /// The report for X-Ray, at most 64 KiB on one line: `working_directory`, `exceptions`, `paths`.
  ///
  /// @return JSON in ASCII
  public String toXrayCause() {
    AsciiJson json = new AsciiJson().open('{');
    json.name("working_directory").value(System.getProperty("user.dir", "/"));
    json.name("exceptions").open('[');
    for (int i = 0; i < problems.size() && json.length() < MAX_XRAY_CAUSE / 2; i++) {
      Problem problem = problems.get(i);
      json.open('{').name("message").value(cut(problem.message, MAX_XRAY_CAUSE));
      json.name("type").value(problem.type).name("stack").open('[');
      stack(i, json, MAX_XRAY_CAUSE)
          .forEach(frame -> {
            String path = Objects.requireNonNullElse(frame.getFileName(), "");
            json.open('{').name("path").value(path).name("line").value(frame.getLineNumber());
            json.name("label").value(frame.getClassName() + "." + frame.getMethodName()).close('}');
          });
      json.close(']').close('}');
    }
    return json.close(']').name("paths").open('[').close(']').close('}').toString();
  }

  /// As much of a stack as there is room for: all stacks share half the limit, and what is written
  /// beside them, the last message at worst, has the other half.
  private Stream<StackTraceElement> stack(int problem, AsciiJson json, int maxLength) {
    int room = maxLength / 2 / problems.size() * (problem + 1);
    return problems.get(problem).stack.stream().takeWhile(_ -> json.length() < room);
  }

  private static String cut(String text, int maxLength) {
    int max = maxLength / 16;
    return text.length() <= max
        ? text
        : text.substring(0, max) + "... (" + (text.length() - max) + " more characters)";
  }
}
