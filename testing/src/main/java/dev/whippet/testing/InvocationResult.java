package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A function's answer to one invocation. Immutable.
public final class InvocationResult {
  private static final String HTTP_INTEGRATION =
      "application/vnd.awslambda.http-integration-response";
  private static final int PRELUDE_END = 8;

  private final String requestId;
  private final Answer answer;
  private final Duration duration;
  private final Optional<Duration> initDuration;
  private final List<String> log;

  InvocationResult(
      String requestId,
      Answer answer,
      Duration duration,
      Optional<Duration> initDuration,
      List<String> log) {
    this.requestId = requestId;
    this.answer = answer;
    this.duration = duration;
    this.initDuration = initDuration;
    this.log = log;
  }

  InvocationResult with(Optional<Duration> init, List<String> lines) {
    return new InvocationResult(requestId, answer, duration, init, lines);
  }

  /// The invocation's id.
  ///
  /// @return the request id
  public String requestId() {
    return requestId;
  }

  /// What the caller receives: the function's response or, if it failed, the error's JSON. Of a
  /// stream that broke off it is what arrived before.
  ///
  /// @return a copy of the bytes
  public byte[] payload() {
    return answer.payload.clone();
  }

  /// [#payload] as text.
  ///
  /// @return the payload decoded as UTF-8
  public String text() {
    return new String(answer.payload, UTF_8);
  }

  /// Why the invocation failed.
  ///
  /// @return the error; empty if the invocation succeeded
  public Optional<FunctionError> error() {
    return Optional.ofNullable(answer.error);
  }

  /// Headers of the request with which the function answered.
  ///
  /// @return an unmodifiable map, its keys compared without regard to case; empty if the function
  ///   did not answer itself
  public Map<String, List<String>> headers() {
    return answer.headers;
  }

  /// The content type the function gave its response.
  ///
  /// @return the content type, if it gave one
  public Optional<String> contentType() {
    return Optional.ofNullable(answer.headers.get("Content-Type")).map(List::getFirst);
  }

  /// Whether the function streamed its response.
  ///
  /// @return true for a response sent with `Lambda-Runtime-Function-Response-Mode: streaming`
  public boolean isStreaming() {
    return answer.streaming;
  }

  /// The JSON with status code, headers and cookies that begins a streaming response to an HTTP
  /// request.
  ///
  /// @return the JSON; empty unless the content type is
  ///   `application/vnd.awslambda.http-integration-response` and eight NUL bytes end the JSON
  public Optional<String> prelude() {
    int end = preludeLength();
    return end < 0 ? Optional.empty() : Optional.of(new String(answer.payload, 0, end, UTF_8));
  }

  /// What follows the [#prelude] and its eight NUL bytes; without a prelude the whole payload.
  ///
  /// @return a copy of the bytes
  public byte[] body() {
    int end = preludeLength();
    int start = end < 0 ? 0 : end + PRELUDE_END;
    return Arrays.copyOfRange(answer.payload, start, answer.payload.length);
  }

  /// Lines the process wrote to its standard output and error since the end of the invocation
  /// before. Empty where the function does not run in a process the library started.
  ///
  /// @return an unmodifiable list of lines without line ends
  public List<String> log() {
    return log;
  }

  /// The time from sending the event to the end of the answer, waiting for a worker not included.
  ///
  /// @return the duration; zero if the event was never sent
  public Duration duration() {
    return duration;
  }

  /// The time from the start of the process to its first request for an event.
  ///
  /// @return the duration, present in the result of the first invocation of a process the library
  ///   started
  public Optional<Duration> initDuration() {
    return initDuration;
  }

  /// Shows request id, payload, and log, for a failed test's message.
  @Override
  public String toString() {
    String lines = log.isEmpty() ? "" : "\n" + String.join("\n", log);
    return "InvocationResult["
        + requestId
        + (error().isPresent() ? " failed: " : ": ")
        + text()
        + "]"
        + lines;
  }

  private int preludeLength() {
    if (!contentType().map(HTTP_INTEGRATION::equals).orElse(false)) {
      return -1;
    }
    return preludeLength(answer.payload, answer.payload.length);
  }

  /// Where the eight NUL bytes begin, -1 if they are not there.
  static int preludeLength(byte[] payload, int length) {
    int zeros = 0;
    for (int i = 0; i < length; i++) {
      zeros = payload[i] == 0 ? zeros + 1 : 0;
      if (zeros == PRELUDE_END) {
        return i - PRELUDE_END + 1;
      }
    }
    return -1;
  }
}
