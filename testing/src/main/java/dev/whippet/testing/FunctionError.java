package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why an invocation failed, as its caller is told. Immutable.
///
/// @param type `errorType` of the error's JSON: of a function's exception often its class name, of
///   a failure Lambda found itself a name such as `Runtime.ExitError`; empty if the JSON has none
/// @param message `errorMessage` of the error's JSON; the whole text if it is not a JSON object
/// @param stackTrace `stackTrace` of the error's JSON, an element as text each; empty if it has
///   none
/// @param category what Lambda records: the header `Lambda-Runtime-Function-Error-Type`, or
///   `Runtime.Unknown` where Lambda does not accept the header's value
/// @param json the error as sent to the caller
public record FunctionError(
    String type, String message, List<String> stackTrace, String category, String json) {

  /// An error the runtime reported.
  static FunctionError reported(String category, byte[] body) {
    String json = new String(body, UTF_8);
    try {
      Map<String, Object> error = Json.object(body);
      return new FunctionError(
          text(error.get("errorType")),
          text(error.get("errorMessage")),
          error.get("stackTrace") instanceof List<?> lines
              ? lines.stream().map(FunctionError::text).toList()
              : List.of(),
          category,
          json);
    } catch (IOException e) {
      return new FunctionError("", json, List.of(), category, json);
    }
  }

  /// An error Lambda itself reports.
  static FunctionError platform(String type, String message) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("errorType", type);
    error.put("errorMessage", message);
    return new FunctionError(type, message, List.of(), type, Json.write(error));
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      default -> Json.write(value);
    };
  }
}
