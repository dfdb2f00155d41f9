package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/// The request line and header lines of one request. Made anew for each request in the same memory.
/// Whole strings are appended, and encoded in one loop without calls: the first requests are made
/// by the JVM's interpreter, in which a call for each character is slow.
public final class RequestHead {
  private static final int SIZE = 512;

  private final StringBuilder text = new StringBuilder(SIZE);
  private char[] chars = new char[SIZE];
  private byte[] bytes = new byte[SIZE];
  private int length;

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
    boolean oneLine = value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && value.indexOf(0) < 0;
    String line = oneLine ? value : value.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
    text.append(name).append(": ").append(line).append("\r\n");
    return this;
  }

  /// Ends the head.
  ///
  /// @return this
  public RequestHead end() {
    text.append("\r\n");
    length = text.length();
    if (length > chars.length) {
      chars = new char[2 * length];
    }
    if (length > bytes.length) {
      bytes = new byte[2 * length];
    }
    text.getChars(0, length, chars, 0);
    if (!encodeAscii(chars, length, bytes)) {
      bytes = text.toString().getBytes(UTF_8);
      length = bytes.length;
    }
    return this;
  }

  private static boolean encodeAscii(char[] from, int length, byte[] to) {
    for (int i = 0; i < length; i++) {
      if (from[i] >= 0x80) {
        return false;
      }
      to[i] = (byte) from[i];
    }
    return true;
  }

  void writeTo(HttpConnection connection) throws IOException {
    connection.write(bytes, 0, length);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
