package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.testing.internal.http.Headers;
import dev.whippet.testing.internal.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that the emulator received, as it was on the wire. Immutable.
public final class RecordedRequest {
  private final HttpRequest request;
  private final byte[] body;
  private final Headers trailers;

  RecordedRequest(HttpRequest request, byte[] body, Headers trailers) {
    this.request = request;
    this.body = body;
    this.trailers = trailers;
  }

  /// The method.
  ///
  /// @return for example `GET`
  public String method() {
    return request.method();
  }

  /// The path of the request's target.
  ///
  /// @return the path, still percent-encoded, without query
  public String path() {
    return request.path();
  }

  /// The header fields.
  ///
  /// @return an unmodifiable map, its keys compared without regard to case
  public Map<String, List<String>> headers() {
    return request.headers().asMap();
  }

  /// One header field.
  ///
  /// @param name its name, in any case
  /// @return its first value, if it was sent
  public Optional<String> header(String name) {
    return request.headers().first(name);
  }

  /// The body, chunks joined. Of a body above Lambda's limit nothing is kept.
  ///
  /// @return a copy of the bytes
  public byte[] body() {
    return body.clone();
  }

  /// [#body] as text.
  ///
  /// @return the body decoded as UTF-8
  public String text() {
    return new String(body, UTF_8);
  }

  /// The fields after a chunked body.
  ///
  /// @return an unmodifiable map, its keys compared without regard to case
  public Map<String, List<String>> trailers() {
    return trailers.asMap();
  }

  int size() {
    return body.length;
  }

  /// Shows method and path.
  @Override
  public String toString() {
    return method() + " " + path();
  }
}
