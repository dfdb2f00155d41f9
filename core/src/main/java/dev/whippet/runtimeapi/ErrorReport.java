package dev.whippet.runtimeapi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whippet.internal.AsciiJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

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
      return new Problem(type, message == null ? type : message, frames(throwable));
    }

    /// The stack down to the runtime itself.
    private static List<StackTraceElement> frames(Throwable throwable) {
      List<StackTraceElement> frames = new ArrayList<>();
      StackTraceElement[] stack = ask(throwable::getStackTrace);
      for (StackTraceElement frame : stack == null ? new StackTraceElement[0] : stack) {
        if (frame.getClassName().startsWith("dev.whippet.internal.")) {
          break;
        }
        frames.add(frame);
      }
      return frames;
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
    Form form = (frames, causes) -> json(frames, causes, maxLength / 16);
    return form.within(maxLength).getBytes(US_ASCII);
  }

  /// The report for X-Ray, at most 64 KiB on one line: `working_directory`, `exceptions`, `paths`.
  ///
  /// @return JSON in ASCII
  public String toXrayCause() {
    Form form = (frames, causes) -> xrayCause(frames, causes, 4 * 1024);
    return form.within(MAX_XRAY_CAUSE);
  }

  /// JSON that is the shorter, the fewer stack frames and throwables are in it.
  private interface Form {
    String json(int maxFrames, int maxProblems);

    default String within(int maxLength) {
      for (int frames = 1024; frames > 0; frames /= 4) {
        String json = json(frames, MAX_PROBLEMS);
        if (json.length() <= maxLength) {
          return json;
        }
      }
      return json(4, 1);
    }
  }

  private String json(int maxFrames, int maxProblems, int maxMessage) {
    AsciiJson json = new AsciiJson();
    List<Problem> shown = problems.subList(0, Math.min(problems.size(), maxProblems));
    for (int i = 0; i < shown.size(); i++) {
      Problem problem = shown.get(i);
      if (i > 0) {
        json.name("cause");
      }
      json.open('{').name("errorMessage").value(cut(problem.message, maxMessage));
      json.name("errorType").value(problem.type).name("stackTrace").open('[');
      problem.stack.stream().limit(maxFrames).forEach(json::value);
      json.close(']');
    }
    shown.forEach(problem -> json.close('}'));
    return json.toString();
  }

  private String xrayCause(int maxFrames, int maxProblems, int maxMessage) {
    AsciiJson json = new AsciiJson().open('{');
    json.name("working_directory").value(System.getProperty("user.dir", "/"));
    json.name("exceptions").open('[');
    for (Problem problem : problems.subList(0, Math.min(problems.size(), maxProblems))) {
      json.open('{').name("message").value(cut(problem.message, maxMessage));
      json.name("type").value(problem.type).name("stack").open('[');
      for (StackTraceElement frame :
          problem.stack.subList(0, Math.min(problem.stack.size(), maxFrames))) {
        String path = Objects.requireNonNullElse(frame.getFileName(), "");
        json.open('{').name("path").value(path).name("line").value(frame.getLineNumber());
        json.name("label").value(frame.getClassName() + "." + frame.getMethodName()).close('}');
      }
      json.close(']').close('}');
    }
    return json.close(']').name("paths").open('[').close(']').close('}').toString();
  }

  private static String cut(String text, int max) {
    return text.length() <= max
        ? text
        : text.substring(0, max) + "... (" + (text.length() - max) + " more characters)";
  }
}
