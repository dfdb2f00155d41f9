package dev.whippet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Status, headers and cookies of a streamed HTTP response. Immutable.
///
/// @param statusCode 100 to 599
/// @param headers by name; none is null
/// @param cookies values of `Set-Cookie`, one for each cookie
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/response-streaming-tutorial.html">Response
///   streaming</a>
public record HttpPrelude(int statusCode, Map<String, String> headers, List<String> cookies) {
  /// Copies its parts.
  ///
  /// @throws IllegalArgumentException if the status is none
  public HttpPrelude {
    if (statusCode < 100 || statusCode > 599) {
      throw new IllegalArgumentException("status " + statusCode + ": expected 100 to 599");
    }
    headers.forEach((name, value) -> {
      Objects.requireNonNull(name, "the name of a header");
      Objects.requireNonNull(value, name);
    });
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    cookies = List.copyOf(cookies);
  }

  /// A prelude without headers and cookies.
  ///
  /// @param statusCode 100 to 599
  /// @return the prelude
  public static HttpPrelude status(int statusCode) {
    return new HttpPrelude(statusCode, Map.of(), List.of());
  }

  /// The same with a header added or replaced.
  ///
  /// @param name the header's name
  /// @param value its value
  /// @return another prelude
  public HttpPrelude header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
    return new HttpPrelude(statusCode, more, cookies);
  }

  /// The same with a cookie added.
  ///
  /// @param cookie the value of a `Set-Cookie` header, as in `theme=dark; Secure`
  /// @return another prelude
  public HttpPrelude cookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(Objects.requireNonNull(cookie));
    return new HttpPrelude(statusCode, headers, more);
  }
}
