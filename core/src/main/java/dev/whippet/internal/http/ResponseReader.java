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

  private static final byte[] VERSION = {'H', 'T', 'T', 'P', '/', '1', '.'};
  private static final int MAX_CHUNK_LINE = 4096;
  private static final int FIRST_ROOM = 64 * 1024;
  private static final byte[] EMPTY = {};

  private final HttpConnection connection;
  private final Headers headers = new Headers();
  private byte[] head = new byte[1024];
  private int headLength;
  private int headersEnd;
  private byte[] body = EMPTY;
  private int bodyLength;
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
      readHeaders(0, headers);
      headersEnd = headLength;
      if (status >= 200) {
        return new HttpResponse(status, headers, readBody(status, headers));
      }
    }
  }

  /// `HTTP/1.1 200 OK`; the reason phrase, and even the space before it, may be missing.
  private int readStatusLine() throws IOException {
    readLine(0, MAX_HEAD);
    boolean known = Arrays.equals(VERSION, 0, 7, head, 0, 7) && head[8] == ' ';
    long minor = Headers.number(head, 7, 8, 10);
    long status = known && minor >= 0 ? Headers.number(head, 9, 12, 10) : -1;
    if (status < 100 || status > 599 || head[12] != ' ' && !isLineEnd(12)) {
      throw new HttpFormatException(
          "expected a status line 'HTTP/1.1 200 OK', got '%s'"
              .formatted(Headers.excerpt(head, 0, headLength)));
    }
    keepAlive = minor > 0;
    return (int) status;
  }

  private void readHeaders(int from, Headers headers) throws IOException {
    headers.clear();
    int line = from;
    readLine(line, MAX_HEAD);
    while (!isLineEnd(line)) {
      headers.add(head, line, headLength);
      line = headLength;
      readLine(line, MAX_HEAD);
    }
  }

  private byte[] readBody(int status, Headers headers) throws IOException {
    String options = headers.get("Connection").orElse("").toLowerCase(Locale.ROOT);
    keepAlive = !options.contains("close") && (keepAlive || options.contains("keep-alive"));
    body = EMPTY;
    bodyLength = 0;
    if (status != 204 && status != 304) {
      readContent(headers);
    }
    return body.length == bodyLength ? body : Arrays.copyOf(body, bodyLength);
  }

  private void readContent(Headers headers) throws IOException {
    String coding = headers.get("Transfer-Encoding").orElse(null);
    long length = coding == null ? headers.contentLength() : -1;
    if (length >= 0) {
      receive(length, length);
    } else if (coding == null) {
      keepAlive = false;
      readToEnd();
    } else if (coding.equalsIgnoreCase("chunked") && !headers.isRepeated("Transfer-Encoding")) {
      readChunks();
    } else {
      throw new HttpFormatException("expected 'Transfer-Encoding: chunked', got '" + coding + "'");
    }
  }

  private void readToEnd() throws IOException {
    try {
      while (true) {
        receive(1, MAX_BODY);
      }
    } catch (EOFException end) {
      // this is how the content ends
    }
  }

  private void readChunks() throws IOException {
    for (long size = readChunkSize(); size > 0; size = readChunkSize()) {
      receive(size, MAX_BODY);
      readLine(headersEnd, headersEnd + 2);
      if (!isLineEnd(headersEnd)) {
        throw new HttpFormatException("expected the end of a line after a chunk");
      }
    }
    readHeaders(headersEnd, new Headers()); // the trailers
  }

  private long readChunkSize() throws IOException {
    readLine(headersEnd, headersEnd + MAX_CHUNK_LINE);
    int end = headersEnd;
    while (Character.digit(head[end], 16) >= 0) {
      end++;
    }
    long size = Headers.number(head, headersEnd, end, 16);
    if (size < 0 || "; \t\r\n".indexOf(head[end]) < 0) {
      throw new HttpFormatException(
          "expected the size of a chunk in hexadecimal digits, got '%s'"
              .formatted(Headers.excerpt(head, headersEnd, headLength)));
    }
    return size;
  }

  /// Appends bytes to the content, which is made as large as the bytes that have come ask for.
  ///
  /// @param most how large it may become at the end
  private void receive(long count, long most) throws IOException {
    long end = bodyLength + count;
    if (end > MAX_BODY) {
      throw new HttpFormatException(
          "the content is above the limit of " + MAX_BODY + " bytes for one response");
    }
    while (bodyLength < end) {
      if (bodyLength == body.length) {
        long room = Math.max(2L * bodyLength, Math.min(end, FIRST_ROOM));
        body = Arrays.copyOf(body, (int) Math.min(room, most));
      }
      int wanted = (int) Math.min(end, body.length) - bodyLength;
      bodyLength += connection.read(body, bodyLength, wanted);
    }
  }

  /// Reads a line with its LF into [#head], behind what is kept there: while content is read, the
  /// header lines.
  private void readLine(int kept, int limit) throws IOException {
    headLength = kept;
    do {
      int count = connection.restOfLine();
      if (count > limit - headLength) {
        throw new HttpFormatException(
            "a line or the header lines are above the limit of " + limit + " bytes");
      }
      if (count > head.length - headLength) {
        head = Arrays.copyOf(head, Math.max(2 * head.length, headLength + count));
      }
      headLength += connection.read(head, headLength, count);
    } while (head[headLength - 1] != '\n');
  }

  private boolean isLineEnd(int at) {
    return head[at] == '\n' || head[at] == '\r' && head[at + 1] == '\n';
  }
}
