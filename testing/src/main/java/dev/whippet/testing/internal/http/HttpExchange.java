package dev.whippet.testing.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// One request and the way to answer it.
public final class HttpExchange {
  /// What is read of a refused body, so that its sender gets to read the answer.
  private static final long MAX_DRAINED = 256L * 1024 * 1024;

  private final HttpConnection connection;
  private final HttpRequest request;
  private final BodyStream body;
  private boolean answered;
  private boolean continued;

  HttpExchange(HttpConnection connection, HttpRequest request, BodyStream body) {
    this.connection = connection;
    this.request = request;
    this.body = body;
  }

  /// The request's head.
  public HttpRequest request() {
    return request;
  }

  /// The request's body, as it arrives.
  public InputStream body() throws IOException {
    if (isAwaitingContinue()) {
      connection.write(HttpResponse.of(100).encode(false));
    }
    continued = true;
    return body;
  }

  /// The whole body; empty if it is longer than the limit.
  public Optional<byte[]> readBody(int limit) throws IOException {
    InputStream in = body();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = new byte[8192];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      if (bytes.size() + n > limit) {
        drain();
        return Optional.empty();
      }
      bytes.write(block, 0, n);
    }
    return Optional.of(bytes.toByteArray());
  }

  /// The trailers; empty until the body has been read to its end.
  public Headers trailers() {
    return body.trailers();
  }

  /// Sends the answer.
  public void respond(HttpResponse response) throws IOException {
    answered = true;
    connection.write(response.encode(!request.method().equals("HEAD")));
  }

  /// Sends the head of an answer whose body follows in pieces.
  public StreamedResponse respondStreaming(HttpResponse head) throws IOException {
    answered = true;
    return new StreamedResponse(connection, head, request);
  }

  /// Leaves the answer to another thread and a later time.
  public DeferredResponse defer() {
    answered = true;
    return connection.defer();
  }

  /// Says that the request is from another process than the function's.
  public void markGuest() {
    connection.markGuest();
  }

  boolean isAnswered() {
    return answered;
  }

  private boolean isAwaitingContinue() {
    return !continued && request.headers().hasToken("Expect", "100-continue");
  }

  void drain() throws IOException {
    if (isAwaitingContinue()) {
      // whether the peer sends the body now is its choice: the next request cannot be found
      connection.close();
      return;
    }
    byte[] block = new byte[8192];
    long drained = 0;
    for (int n = body.read(block); n >= 0; n = body.read(block)) {
      drained += n;
      if (drained > MAX_DRAINED) {
        throw new MalformedRequestException(413, "body is longer than any limit");
      }
    }
  }
}
