package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.testing.internal.http.Headers;
import dev.whippet.testing.internal.http.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A response that arrives in pieces, each handed on at once; trailers tell whether it is whole.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html">Response
///   streaming</a>
final class StreamingResponse {
  static final int MAX_STREAM = 200 * 1024 * 1024;
  private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";

  private final HttpExchange exchange;
  private final Attempt attempt;
  private final RequestLog requests;
  private final Map<String, List<String>> headers;
  private final ByteArrayOutputStream payload = new ByteArrayOutputStream();

  StreamingResponse(HttpExchange exchange, Attempt attempt, RequestLog requests) {
    this.exchange = exchange;
    this.attempt = attempt;
    this.requests = requests;
    this.headers = exchange.request().headers().asMap();
  }

  void receive() throws IOException {
    attempt.sink().begin(headers);
    boolean whole;
    try {
      whole = copy(exchange.body());
    } catch (IOException e) {
      requests.add(RuntimeApi.record(exchange, payload.toByteArray()));
      RuntimeApi.finish(attempt, answer(PlatformErrors.truncated()));
      throw e;
    }
    requests.add(RuntimeApi.record(exchange, payload.toByteArray()));
    if (whole) {
      RuntimeApi.finish(exchange, attempt, answer(trailingError()), RuntimeApi.accepted());
    } else {
      FunctionError error = PlatformErrors.tooLarge(MAX_STREAM);
      RuntimeApi.finish(exchange, attempt, answer(error), RuntimeApi.tooLarge(MAX_STREAM));
    }
  }

  private boolean copy(InputStream body) throws IOException {
    byte[] block = new byte[8192];
    boolean whole = true;
    for (int n = body.read(block); n >= 0; n = body.read(block)) {
      whole &= payload.size() + n <= MAX_STREAM;
      if (whole) {
        payload.write(block, 0, n);
        attempt.sink().write(block, 0, n);
      }
    }
    return whole;
  }

  private Answer answer(FunctionError error) {
    return Answer.stream(payload.toByteArray(), headers, error);
  }

  /// The error in the trailers, or null. Its body is base64, since JSON may have line breaks.
  private FunctionError trailingError() {
    Headers trailers = exchange.trailers();
    Optional<String> type = trailers.first(RuntimeApi.ERROR_TYPE);
    Optional<String> body = trailers.first(ERROR_BODY);
    if (type.isEmpty() && body.isEmpty()) {
      return null;
    }
    String category = ErrorType.accepted(type.orElse(""));
    try {
      byte[] json = Base64.getDecoder().decode(body.orElse("").getBytes(UTF_8));
      return FunctionError.reported(category, json);
    } catch (IllegalArgumentException e) {
      return PlatformErrors.truncated();
    }
  }
}
