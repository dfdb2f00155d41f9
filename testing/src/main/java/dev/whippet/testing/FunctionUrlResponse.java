package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.testing.internal.http.HttpResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A function's result as an HTTP response.
final class FunctionUrlResponse {
  /// What the server itself decides.
  private static final Set<String> FRAMING =
      Set.of("connection", "content-length", "keep-alive", "trailer", "transfer-encoding");

  private FunctionUrlResponse() {}

  /// A JSON object with `statusCode` says all; anything else is a body with status 200.
  static HttpResponse of(byte[] payload) {
    Map<String, Object> result;
    try {
      result = Json.object(payload);
    } catch (IOException e) {
      result = Map.of();
    }
    if (!result.containsKey("statusCode")) {
      return HttpResponse.of(200).header("Content-Type", "application/json").body(payload);
    }
    try {
      HttpResponse response = head(result);
      byte[] body = text(result.get("body")).getBytes(UTF_8);
      boolean encoded = Boolean.TRUE.equals(result.get("isBase64Encoded"));
      return response.body(encoded ? Base64.getDecoder().decode(body) : body);
    } catch (IllegalArgumentException e) {
      return invalid(e);
    }
  }

  /// Status, headers and cookies.
  ///
  /// @throws IllegalArgumentException if one of them cannot be sent
  static HttpResponse head(Map<String, Object> result) {
    HttpResponse response = HttpResponse.of(status(result.get("statusCode")));
    boolean typed = false;
    if (result.get("headers") instanceof Map<?, ?> headers) {
      for (Map.Entry<?, ?> header : headers.entrySet()) {
        String name = String.valueOf(header.getKey());
        typed |= name.equalsIgnoreCase("Content-Type");
        if (!FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
          response.header(name, text(header.getValue()));
        }
      }
    }
    if (result.get("multiValueHeaders") instanceof Map<?, ?> headers) {
      for (Map.Entry<?, ?> header : headers.entrySet()) {
        if (header.getValue() instanceof List<?> values) {
          values.forEach(value -> response.header(String.valueOf(header.getKey()), text(value)));
        }
      }
    }
    if (result.get("cookies") instanceof List<?> cookies) {
      cookies.forEach(cookie -> response.header("Set-Cookie", text(cookie)));
    }
    return typed ? response : response.header("Content-Type", "application/json");
  }

  /// The function's result is at fault, not the request.
  static HttpResponse invalid(IllegalArgumentException e) {
    return HttpResponse.of(502)
        .header("Content-Type", "text/plain")
        .body(
            ("the function's result is no HTTP response: " + e.getMessage() + "\n")
                .getBytes(UTF_8));
  }

  private static int status(Object value) {
    int status =
        value == null
            ? 200
            : value instanceof Number n ? n.intValue() : Integer.parseInt(text(value));
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("statusCode " + status);
    }
    return status;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
