package dev.whippet.testing.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Buffered bytes of a connection, read one by one, in blocks, or by lines that end in CRLF.
final class ByteSource {
  private final InputStream in;
  private final byte[] buffer = new byte[8192];
  private int position;
  private int limit;

  ByteSource(InputStream in) {
    this.in = in;
  }

  /// The next byte, or -1 at the end.
  int read() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  /// Some of the next bytes, at least one, or -1 at the end.
  int read(byte[] target, int offset, int length) throws IOException {
    if (position == limit && length >= buffer.length) {
      return in.read(target, offset, length);
    }
    if (position == limit && !fill()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  /// One line without its CRLF. A bare CR or LF is malformed: servers that take either disagree on
  /// where a request ends.
  ///
  /// @param max the most bytes the line may have
  /// @return the line decoded as UTF-8, or null at the end of the stream
  String line(int max, int statusIfLonger) throws IOException {
    byte[] line = new byte[128];
    int length = 0;
    for (int b = read(); b != '\r'; b = read()) {
      if (b < 0) {
        if (length == 0) {
          return null;
        }
        throw new TruncatedBodyException();
      }
      if (b == '\n') {
        throw new MalformedRequestException(400, "a line ends in LF without CR");
      }
      if (length == max) {
        throw new MalformedRequestException(
            statusIfLonger, "a line or the head is longer than the limit");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) b;
    }
    if (read() != '\n') {
      throw new MalformedRequestException(400, "CR without LF");
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }
}
