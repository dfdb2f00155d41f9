package dev.whippet.internal.http;

import java.util.Arrays;

/// One response, read whole, in memory that the connection's next response takes: to be asked
/// before that is read. [ResponseReader] fills it.
public final class HttpResponse {
  private static final byte[] EMPTY = {};
  private static final int FIRST_ROOM = 64 * 1024;

  final Headers headers = new Headers();
  int status;
  byte[] body = EMPTY;
  int bodyLength;

  HttpResponse() {}

  /// The content's memory, with room for a byte more at least.
  ///
  /// @param end how long the content will be, as far as that is announced
  /// @param most how long it may become
  byte[] room(long end, long most) {
    if (bodyLength == body.length) {
      long room = Math.max(2L * bodyLength, Math.min(end, FIRST_ROOM));
      body = Arrays.copyOf(body, (int) Math.min(room, most));
    }
    return body;
  }

  /// The status code.
  ///
  /// @return 200 to 599
  public int status() {
    return status;
  }

  /// The header lines.
  ///
  /// @return never null
  public Headers headers() {
    return headers;
  }

  /// Hands over the content, without transfer coding. To be called once.
  ///
  /// @return the caller's own; empty if there is none
  public byte[] takeBody() {
    boolean full = body.length == bodyLength;
    byte[] taken = full ? body : Arrays.copyOf(body, bodyLength);
    if (full || body.length > FIRST_ROOM) {
      body = EMPTY;
    }
    return taken;
  }
}
