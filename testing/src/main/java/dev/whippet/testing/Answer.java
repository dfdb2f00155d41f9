package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/// How an attempt ended.
final class Answer {
  final byte[] payload;
  final Map<String, List<String>> headers;
  final FunctionError error;
  final boolean streaming;
  final long nanoTime = System.nanoTime();

  private Answer(
      byte[] payload, Map<String, List<String>> headers, FunctionError error, boolean streaming) {
    this.payload = payload;
    this.headers = headers;
    this.error = error;
    this.streaming = streaming;
  }

  static Answer response(byte[] payload, Map<String, List<String>> headers) {
    return new Answer(payload, headers, null, false);
  }

  /// @param error what broke the stream, or null
  static Answer stream(byte[] payload, Map<String, List<String>> headers, FunctionError error) {
    return new Answer(payload, headers, error, true);
  }

  static Answer error(FunctionError error, Map<String, List<String>> headers) {
    return new Answer(error.json().getBytes(UTF_8), headers, error, false);
  }
}
