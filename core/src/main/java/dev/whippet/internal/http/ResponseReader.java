package dev.whippet.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/// Reads responses from one connection: status line, header lines, and content by `Content-Length`,
/// in chunks, or until the peer closes. Memory grows with the bytes that have come, never with a
/// length that was only announced.
///
/// Specification: [RFC 9112](https://www.rfc-editor.org/rfc/rfc9112), sections 4 (status line), 5
/// (fields), 6 and 7 (content).
final class ResponseReader {
  /// Lambda's own limit is not documented; 1 MiB is what AWS's client for Rust accepts.
  static final int MAX_HEAD = 1024 * 1024;

  /// Far above any event (6 MiB today), and a bound for what a broken peer can make us hold.
  static final int MAX_BODY = 256 * 1024 * 1024;

  private static final int MAX_CHUNK_LINE = 4096;
  private static final byte[] EMPTY = {};

  private final HttpConnection connection;
  private byte[] head = new byte[1024];
  private int headLength;
  private boolean keepAlive;

  ResponseReader(HttpConnection connection) {
    this.connection = connection;
  }

  /// Whether the connection can carry another request after the response just read.
  boolean keepAlive() {
    return keepAlive;
  }

  /// Reads the final response; informational ones (1xx) before it are skipped.
  HttpResponse read() throws IOException {
    while (true) {
      int status = readStatusLine();
      Headers headers = readHeaders();
      if (status >= 200) {
        return new HttpResponse(status, headers, readBody(status, headers));
      }
    }
  }

  /// `HTTP/1.1 200 OK`; the reason phrase, and even the space before it, may be missing.
  private int readStatusLine() throws IOException {
    headLength = 0;
    readLine(MAX_HEAD);
    int length = trimmedLength();
    if (length < 12
        || !startsWith("HTTP/1.")
        || !isDigit(head[7])
        || head[8] != ' '
        || length > 12 && head[12] != ' ') {
      throw statusLineExpected(length);
    }
    int status = 0;
    for (int i = 9; i < 12; i++) {
      if (!isDigit(head[i])) {
        throw statusLineExpected(length);
      }
      status = 10 * status + head[i] - '0';
    }
    if (status < 100 || status > 599) {
      throw statusLineExpected(length);
    }
    keepAlive = head[7] != '0';
    return status;
  }

  private HttpFormatException statusLineExpected(int length) {
    return new HttpFormatException(
        "expected a status line 'HTTP/1.1 200 OK', got '" + Headers.excerpt(head, 0, length) + "'");
  }

  private Headers readHeaders() throws IOException {
    headLength = 0;
    int lineStart;
    do {
      lineStart = headLength;
      readLine(MAX_HEAD);
    } while (!isEmptyLine(lineStart));
    return Headers.parse(head, 0, lineStart);
  }

  private byte[] readBody(int status, Headers headers) throws IOException {
    int connectionLine = headers.find("connection", 0);
    if (connectionLine >= 0) {
      String connection = headers.value(connectionLine).toLowerCase(Locale.ROOT);
      if (connection.contains("close")) {
        keepAlive = false;
      } else if (connection.contains("keep-alive")) {
        keepAlive = true;
      }
    }
    if (status == 204 || status == 304) {
      return EMPTY;
    }
    int coding = headers.find("transfer-encoding", 0);
    if (coding >= 0) {
      String value = headers.value(coding);
      if (!value.equalsIgnoreCase("chunked")
          || headers.findNext("transfer-encoding", coding) >= 0) {
        throw new HttpFormatException("expected 'Transfer-Encoding: chunked', got '" + value + "'");
      }
      return readChunks();
    }
    int length = contentLength(headers);
    if (length >= 0) {
      return readExactly(length);
    }
    keepAlive = false;
    return readToEnd();
  }

  private static int contentLength(Headers headers) throws HttpFormatException {
    int line = headers.find("content-length", 0);
    if (line < 0) {
      return -1;
    }
    String value = headers.value(line);
    for (int next = line; (next = headers.findNext("content-length", next)) >= 0; ) {
      if (!headers.value(next).equals(value)) {
        throw new HttpFormatException(
            "two values of Content-Length: '" + value + "' and '" + headers.value(next) + "'");
      }
    }
    long length = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        throw new HttpFormatException("expected a number as Content-Length, got '" + value + "'");
      }
      length = 10 * length + c - '0';
      if (length > MAX_BODY) {
        throw tooLarge("Content-Length: " + value);
      }
    }
    if (value.isEmpty()) {
      throw new HttpFormatException("expected a number as Content-Length, got nothing");
    }
    return (int) length;
  }

  private byte[] readExactly(int length) throws IOException {
    byte[] body = new byte[Math.min(length, 64 * 1024)];
    for (int count = 0; count < length; ) {
      if (count == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(length, 2L * count));
      }
      count += connection.read(body, count, body.length - count);
    }
    return body;
  }

  private byte[] readToEnd() throws IOException {
    byte[] body = new byte[1024];
    int count = 0;
    try {
      while (true) {
        body = withRoom(body, count, 1);
        count += connection.read(body, count, body.length - count);
      }
    } catch (EOFException end) {
      return Arrays.copyOf(body, count);
    }
  }

  private byte[] readChunks() throws IOException {
    byte[] body = EMPTY;
    int count = 0;
    for (long size = readChunkSize(); size > 0; size = readChunkSize()) {
      if (count + size > MAX_BODY) {
        throw tooLarge("a body in chunks");
      }
      if (count == 0) {
        body = new byte[(int) Math.min(size, 64 * 1024)];
      }
      for (int end = count + (int) size; count < end; ) {
        body = withRoom(body, count, Math.min(end - count, 64 * 1024));
        count += connection.read(body, count, Math.min(end, body.length) - count);
      }
      expectLineEnd();
    }
    skipTrailers();
    return body.length == count ? body : Arrays.copyOf(body, count);
  }

  private long readChunkSize() throws IOException {
    headLength = 0;
    readLine(MAX_CHUNK_LINE);
    long size = 0;
    int at = 0;
    for (int digit; (digit = Character.digit(head[at], 16)) >= 0; at++) {
      size = 16 * size + digit;
      if (size > MAX_BODY) {
        throw tooLarge("a chunk");
      }
    }
    byte end = head[at];
    if (at == 0 || end != '\r' && end != '\n' && end != ';' && end != ' ' && end != '\t') {
      throw new HttpFormatException(
          "expected the size of a chunk in hexadecimal digits, got '"
              + Headers.excerpt(head, 0, headLength)
              + "'");
    }
    return size;
  }

  private void expectLineEnd() throws IOException {
    headLength = 0;
    readLine(2);
    if (!isEmptyLine(0)) {
      throw new HttpFormatException("expected the end of a line after a chunk");
    }
  }

  private void skipTrailers() throws IOException {
    readHeaders();
  }

  private static byte[] withRoom(byte[] body, int count, int room) throws HttpFormatException {
    if (body.length - count >= room) {
      return body;
    }
    if (count >= MAX_BODY) {
      throw tooLarge("a body");
    }
    return Arrays.copyOf(body, Math.max(2 * count, count + room));
  }

  private static HttpFormatException tooLarge(String what) {
    return new HttpFormatException(
        what + " is above the limit of " + MAX_BODY + " bytes for one response");
  }

  /// Appends a line with its LF to [#head].
  private void readLine(int limit) throws IOException {
    int b;
    do {
      if (headLength == limit) {
        throw new HttpFormatException(
            "a line or the header lines are above the limit of " + limit + " bytes");
      }
      b = connection.read();
      if (headLength == head.length) {
        head = Arrays.copyOf(head, 2 * headLength);
      }
      head[headLength++] = (byte) b;
    } while (b != '\n');
  }

  private boolean isEmptyLine(int start) {
    return headLength - start == 1 || headLength - start == 2 && head[start] == '\r';
  }

  private int trimmedLength() {
    int length = headLength - 1;
    return length > 0 && head[length - 1] == '\r' ? length - 1 : length;
  }

  private boolean startsWith(String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (head[i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
