package dev.whippet.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The request line and header lines of one request, as bytes. Made anew for each request in the
/// same memory.
public final class RequestHead {
  private byte[] bytes = new byte[512];
  private int length;

  /// Starts a request.
  ///
  /// @param method `GET` or `POST`
  /// @param target the path, percent-encoded
  /// @return this
  public RequestHead start(String method, String target) {
    length = 0;
    return append(method).append(" ").append(target).append(" HTTP/1.1\r\n");
  }

  /// Adds a header line.
  ///
  /// @param name the name
  /// @param value the value; bytes that would end the line become spaces
  /// @return this
  public RequestHead header(String name, String value) {
    append(name).append(": ");
    int start = length;
    append(value);
    for (int i = start; i < length; i++) {
      if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0) {
        bytes[i] = ' ';
      }
    }
    return append("\r\n");
  }

  /// Ends the head.
  ///
  /// @return this
  public RequestHead end() {
    return append("\r\n");
  }

  RequestHead append(String text) {
    int count = text.length();
    ensureRoom(count);
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return appendUtf8(text.substring(i));
      }
      bytes[length++] = (byte) c;
    }
    return this;
  }

  private RequestHead appendUtf8(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ensureRoom(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
    return this;
  }

  private void ensureRoom(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
