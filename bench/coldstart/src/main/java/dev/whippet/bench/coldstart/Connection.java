package dev.whippet.bench.coldstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/// A connection of the runtime under test, and the part of a request that has come over it. No
/// pipelining: no runtime does that.
final class Connection {
  private final SocketChannel channel;
  private ByteBuffer in = ByteBuffer.allocateDirect(16 * 1024);

  Connection(SocketChannel channel) {
    this.channel = channel;
  }

  /// Takes what has come.
  ///
  /// @return a request if it is whole now, else null
  Request read() throws IOException {
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocateDirect(2 * in.capacity()).put(in.flip());
    }
    if (channel.read(in) < 0) {
      channel.close();
      return null;
    }
    byte[] bytes = new byte[in.position()];
    in.get(0, bytes);
    String text = new String(bytes, ISO_8859_1);
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return null;
    }
    String body = text.substring(head + 4);
    if (!isWhole(text.substring(0, head + 2), body)) {
      return null;
    }
    in.clear();
    int target = text.indexOf(' ', text.indexOf(' ') + 1);
    return new Request(text.substring(0, target), body);
  }

  private static boolean isWhole(String head, String body) {
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.contains("\r\ntransfer-encoding: chunked")) {
      return body.endsWith("0\r\n\r\n");
    }
    int length = lower.indexOf("\r\ncontent-length:");
    if (length < 0) {
      return true;
    }
    int value = length + "\r\ncontent-length:".length();
    return body.length()
        >= Integer.parseInt(lower.substring(value, lower.indexOf('\r', value)).strip());
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }
}
