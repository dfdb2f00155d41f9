package dev.whippet.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Locale;

/// Reads responses from one connection: status line, header lines, and content by `Content-Length`,
/// in chunks, or until the peer closes. Memory grows with the bytes that have come, never with a
/// length that was only announced.
///
/// The first responses are read by the JVM's interpreter, for which loops over bytes are without
/// calls.
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
  private byte[] in = new byte[16 * 1024]; // the head, and behind it what has come and is not read
  private int headEnd;
  private int line; // where the current line starts
  private int position; // where the next one does
  private int end;
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

  /// Whether more has come than the response just read.
  boolean hasRest() {
    return position < end;
  }

  /// Reads the final response; informational ones (1xx) before it are skipped.
  ///
  /// @throws ProtocolException if it is not HTTP/1.1, or above a limit
  HttpResponse read() throws IOException {
    System.arraycopy(in, position, in, 0, end - position);
    end -= position;
    position = 0;
    headEnd = Integer.MAX_VALUE;
    int status;
    do {
      status = readStatusLine();
      readHeaders();
    } while (status < 200);
    headEnd = position;
    return new HttpResponse(status, headers, readBody(status));
  }

  /// `HTTP/1.1 200 OK`; the reason phrase, and even the space before it, may be missing.
  private int readStatusLine() throws IOException {
    readLine(position, MAX_HEAD);
    boolean known =
        position - line > 12
            && Arrays.equals(VERSION, 0, 7, in, line, line + 7)
            && in[line + 8] == ' '
            && (in[line + 12] == ' ' || isLineEnd(line + 12));
    long minor = known ? Headers.number(in, line + 7, line + 8, 10) : -1;
    long status = minor < 0 ? -1 : Headers.number(in, line + 9, line + 12, 10);
    if (status < 100 || status > 599) {
      throw new ProtocolException(
          "expected a status line 'HTTP/1.1 200 OK', got '%s'"
              .formatted(Headers.excerpt(in, line, position)));
    }
    keepAlive = minor > 0;
    return (int) status;
  }

  private void readHeaders() throws IOException {
    headers.clear();
    readLine(position, MAX_HEAD);
    while (!isLineEnd(line)) {
      headers.add(in, line, position);
      readLine(position, MAX_HEAD);
    }
  }

  private byte[] readBody(int status) throws IOException {
    String options = headers.get("Connection").orElse("").toLowerCase(Locale.ROOT);
    keepAlive = !options.contains("close") && (keepAlive || options.contains("keep-alive"));
    body = EMPTY;
    bodyLength = 0;
    if (status != 204 && status != 304) {
      readContent();
    }
    return body.length == bodyLength ? body : Arrays.copyOf(body, bodyLength);
  }

  private void readContent() throws IOException {
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
      throw new ProtocolException("expected 'Transfer-Encoding: chunked', got '" + coding + "'");
    }
  }

  private void readToEnd() throws IOException {
    try {
      receive(MAX_BODY, MAX_BODY);
      receive(1, MAX_BODY); // which is refused
    } catch (EOFException end) {
      // this is how the content ends
    }
  }

  private void readChunks() throws IOException {
    for (long size = readChunkSize(); size > 0; size = readChunkSize()) {
      receive(size, MAX_BODY);
      readLine(0, 2);
      if (!isLineEnd(line)) {
        throw new ProtocolException("expected the end of a line after a chunk");
      }
    }
    readLine(0, MAX_HEAD);
    while (!isLineEnd(line)) {
      Headers.colon(in, line, position); // a trailer, which has nothing to say
      readLine(0, MAX_HEAD);
    }
  }

  private long readChunkSize() throws IOException {
    readLine(0, MAX_CHUNK_LINE);
    int digits = line;
    while (Character.digit(in[digits], 16) >= 0) {
      digits++;
    }
    long size = Headers.number(in, line, digits, 16);
    if (size < 0 || "; \t\r\n".indexOf(in[digits]) < 0) {
      throw new ProtocolException(
          "expected the size of a chunk in hexadecimal digits, got '%s'"
              .formatted(Headers.excerpt(in, line, position)));
    }
    return size;
  }

  /// Appends bytes to the content, which is made as large as the bytes that have come ask for.
  ///
  /// @param most how large it may become at the end
  private void receive(long count, long most) throws IOException {
    long whole = bodyLength + count;
    if (whole > MAX_BODY) {
      throw new ProtocolException(
          "the content is above the limit of " + MAX_BODY + " bytes for one response");
    }
    while (bodyLength < whole) {
      if (bodyLength == body.length) {
        long room = Math.max(2L * bodyLength, Math.min(whole, FIRST_ROOM));
        body = Arrays.copyOf(body, (int) Math.min(room, most));
      }
      int wanted = (int) Math.min(whole, body.length) - bodyLength;
      bodyLength += read(body, bodyLength, wanted);
    }
  }

  private int read(byte[] target, int offset, int length) throws IOException {
    if (!hasRest()) {
      return connection.read(target, offset, length);
    }
    int count = Math.min(end - position, length);
    System.arraycopy(in, position, target, offset, count);
    position += count;
    return count;
  }

  /// Goes on to the next line, up to its LF.
  ///
  /// @param before how many bytes count towards the limit, too
  private void readLine(int before, int limit) throws IOException {
    line = position;
    do {
      if (position == end) {
        fill();
      }
      byte[] bytes = in;
      int from = position;
      int to = end;
      while (bytes[from++] != '\n' && from < to) {}
      position = from;
      if (before + position - line > limit) {
        throw new ProtocolException(
            "a line or the header lines are above the limit of " + limit + " bytes");
      }
    } while (in[position - 1] != '\n');
  }

  /// Reads what has come, behind what is there, in place of lines that are not needed any more.
  private void fill() throws IOException {
    int target = Math.min(line, headEnd);
    System.arraycopy(in, line, in, target, end - line);
    end -= line - target;
    position = end;
    line = target;
    if (end == in.length) {
      in = Arrays.copyOf(in, 2 * end);
    }
    end += connection.read(in, end, in.length - end);
  }

  private boolean isLineEnd(int at) {
    return in[at] == '\n' || in[at] == '\r' && in[at + 1] == '\n';
  }
}
