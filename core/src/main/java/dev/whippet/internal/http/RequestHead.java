package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;

/// The request line and header lines of one request. Made anew for each request in the same memory.
///
/// The first requests are made by the JVM's interpreter, in which a call for each character is
/// slow: text is copied whole.
public final class RequestHead {
  private byte[] bytes = new byte[512];
  private int length;

  /// Starts a request.
  ///
  /// @param method `GET` or `POST`
  /// @param path the path, or its start
  /// @return this
  public RequestHead start(String method, String path) {
    length = 0;
    return text(method).text(" ").text(path);
  }

  /// Adds text as it is.
  ///
  /// @param text in ASCII
  /// @return this
  @SuppressWarnings("deprecation") // drops what is not ASCII, which the text has not
  public RequestHead text(String text) {
    int count = text.length();
    makeRoom(count);
    text.getBytes(0, count, bytes, length);
    length += count;
    return this;
  }

  /// Adds a number.
  ///
  /// @param number not negative
  /// @return this
  public RequestHead number(int number) {
    if (number > 9) {
      number(number / 10);
    }
    makeRoom(1);
    bytes[length++] = (byte) ('0' + number % 10);
    return this;
  }

  /// Adds a segment of the path.
  ///
  /// @param segment any text, sent in UTF-8 and percent-encoded
  /// @return this
  public RequestHead segment(String segment) {
    int start = length;
    encode(segment);
    for (int i = start; i < length; i++) {
      byte b = bytes[i];
      boolean plain = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z';
      if (!plain && b != '-') {
        length = start;
        // https://www.rfc-editor.org/rfc/rfc3986#section-2 differs in two characters from a form
        return text(URLEncoder.encode(segment, UTF_8).replace("+", "%20").replace("%7E", "~"));
      }
    }
    return this;
  }

  /// Adds a header line.
  ///
  /// @param name the name
  /// @param value the value, sent in UTF-8; what would end the line becomes a space
  /// @return this
  public RequestHead header(String name, String value) {
    text(name).text(": ");
    encode(value.replace('\n', ' ').replace('\r', ' ').replace('\0', ' '));
    return text("\r\n");
  }

  /// Ends the head.
  ///
  /// @return this
  public RequestHead end() {
    return text("\r\n");
  }

  private void encode(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    makeRoom(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
  }

  private void makeRoom(int count) {
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + count));
    }
  }

  void writeTo(HttpConnection connection) throws IOException {
    connection.write(bytes, 0, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, UTF_8);
  }
}
