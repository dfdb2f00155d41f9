package dev.whippet.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/// A request as it came.
///
/// @param connection the number of the connection, from 0
/// @param headers header lines in their order
/// @param trailers trailer lines in their order
/// @param chunks sizes of the chunks, without the last; empty if the body was not chunked
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedRequest(
    int connection,
    String method,
    String path,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    List<Integer> chunks,
    List<Map.Entry<String, String>> trailers) {
  /// The only value of a header; null if there is none.
  public String header(String name) {
    return only(headers, name);
  }

  /// The only value of a trailer; null if there is none.
  public String trailer(String name) {
    return only(trailers, name);
  }

  /// The body as text.
  public String text() {
    return new String(body, UTF_8);
  }

  private static String only(List<Map.Entry<String, String>> lines, String name) {
    List<String> values =
        lines.stream()
            .filter(line -> line.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .toList();
    if (values.size() > 1) {
      throw new AssertionError("several values of " + name + ": " + values);
    }
    return values.isEmpty() ? null : values.getFirst();
  }
}
