package dev.whippet.internal.http;

import java.io.IOException;

/// The content of a request, sent in chunks as it is written; its writer waits while the server
/// reads slower than it writes. Specification: [RFC 9112, section
/// 7.1](https://www.rfc-editor.org/rfc/rfc9112#section-7.1).
public final class ChunkedBody {
  private final HttpClient client;
  private final HttpConnection connection;

  ChunkedBody(HttpClient client, HttpConnection connection) {
    this.client = client;
    this.connection = connection;
  }

  /// Adds a chunk to the content, sent now or with those that follow.
  ///
  /// @param bytes holds it
  /// @param offset where it starts
  /// @param length how many bytes there are; none are no chunk
  /// @throws IOException if the connection is broken
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0) { // a chunk of no bytes would end the content
      connection.write(Integer.toHexString(length) + "\r\n");
      connection.write(bytes, offset, length);
      connection.write("\r\n");
    }
  }

  /// Sends all that has been written.
  ///
  /// @throws IOException if the connection is broken
  public void flush() throws IOException {
    connection.flush();
  }

  /// Ends the content, and the connection with it, as Lambda asks for.
  ///
  /// @param trailers header lines to send after the content, which the head has announced
  /// @return the response
  /// @throws IOException if the connection breaks before a whole response has come
  public HttpResponse end(RequestHead trailers) throws IOException {
    try {
      connection.write("0\r\n");
      trailers.end().writeTo(connection);
      connection.flush();
    } catch (IOException e) {
      return client.earlyResponse(e);
    }
    return client.readResponse(true);
  }

  /// Breaks the connection off in the middle of the content, so that no one takes it for whole.
  public void abort() {
    client.disconnect();
  }
}
