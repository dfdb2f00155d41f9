package dev.whippet.testing.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// An answer whose body is sent piece by piece.
public final class StreamedResponse {
  private final HttpConnection connection;
  private final boolean withBody;

  StreamedResponse(HttpConnection connection, HttpResponse head, HttpRequest request)
      throws IOException {
    this.connection = connection;
    this.withBody = head.hasBody() && !request.method().equals("HEAD");
    connection.write(head.hasBody() ? head.encodeStreamingHead() : head.encode(false));
  }

  /// Sends a piece of the body at once.
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (withBody && length > 0) {
      connection.write(HttpResponse.encodeChunk(bytes, offset, length));
    }
  }

  /// Ends the body.
  public void end() throws IOException {
    if (withBody) {
      connection.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /// Closes the connection without the end of the body, which tells the peer that it is incomplete.
  public void abort() {
    connection.close();
  }
}
