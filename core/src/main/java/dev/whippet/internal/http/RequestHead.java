package dev.whippet.internal.http;

import java.io.IOException;

/// The request line and header lines of one request. Made anew for each request in the same memory.
public final class RequestHead {
  private final StringBuilder text = new StringBuilder(512);

  /// Starts a request.
  ///
  /// @param method `GET` or `POST`
  /// @param target the path, percent-encoded
  /// @return this
  public RequestHead start(String method, String target) {
    text.setLength(0);
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    return this;
  }

  /// Adds a header line.
  ///
  /// @param name the name
  /// @param value the value, sent in UTF-8; what would end the line becomes a space
  /// @return this
  public RequestHead header(String name, String value) {
    text.append(name).append(": ");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      text.append(c == '\r' || c == '\n' || c == 0 ? ' ' : c);
    }
    text.append("\r\n");
    return this;
  }

  /// Ends the head.
  ///
  /// @return this
  public RequestHead end() {
    text.append("\r\n");
    return this;
  }

  void writeTo(HttpConnection connection) throws IOException {
    connection.write(text);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
