package dev.whippet.testing.internal.http;

import java.io.IOException;
import java.io.InputStream;

/// A request's body: as long as Content-Length says, or chunked and followed by trailers.
///
/// It ends with a [TruncatedBodyException] if the connection ends first.
final class BodyStream extends InputStream {
  private static final int MAX_CHUNK_LINE = 1024;

  private final ByteSource source;
  private final boolean chunked;
  private long left;
  private boolean started;
  private boolean ended;
  private Headers trailers = new Headers();

  /// @param length the length of the body, -1 if it is chunked
  BodyStream(ByteSource source, long length) {
    this.source = source;
    this.chunked = length < 0;
    this.left = chunked ? 0 : length;
  }

  /// The trailers; empty until the body has been read to its end.
  Headers trailers() {
    return trailers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0 && !nextChunk()) {
      return -1;
    }
    int count = source.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new TruncatedBodyException();
    }
    left -= count;
    return count;
  }

  private boolean nextChunk() throws IOException {
    if (ended || !chunked) {
      return false;
    }
    if (started && !line(0).isEmpty()) {
      throw new MalformedRequestException(400, "chunk is longer than its size");
    }
    started = true;
    left = size(line(MAX_CHUNK_LINE));
    if (left == 0) {
      ended = true;
      trailers = HeadReader.fields(source);
    }
    return left > 0;
  }

  private String line(int max) throws IOException {
    String line = source.line(max, 400);
    if (line == null) {
      throw new TruncatedBodyException();
    }
    return line;
  }

  private static long size(String line) throws MalformedRequestException {
    int semicolon = line.indexOf(';');
    String hex = (semicolon < 0 ? line : line.substring(0, semicolon)).stripTrailing();
    if (hex.isEmpty()
        || hex.length() > 15
        || hex.chars().anyMatch(c -> c > 'f' || Character.digit(c, 16) < 0)) {
      throw new MalformedRequestException(400, "chunk size is not a hexadecimal number");
    }
    return Long.parseLong(hex, 16);
  }
}
