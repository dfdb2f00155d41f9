package dev.whippet.testing;

import dev.whippet.testing.internal.http.HttpRequest;
import java.util.regex.Pattern;

/// The error types Lambda accepts from a runtime; it records any other as unknown.
final class ErrorType {
  private static final Pattern ACCEPTED = Pattern.compile("(Runtime|Function)\\.[A-Z][a-zA-Z]+");

  private ErrorType() {}

  static String of(HttpRequest request) {
    return accepted(request.headers().first(RuntimeApi.ERROR_TYPE).orElse(""));
  }

  static String accepted(String type) {
    if (ACCEPTED.matcher(type).find()) {
      return type;
    }
    return type.startsWith("Function.") ? "Function.Unknown" : "Runtime.Unknown";
  }
}
