package dev.whippet.internal.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

/// One blocking connection: bytes out, bytes in, both buffered. It knows nothing of requests and
/// responses.
///
/// A [SocketChannel] rather than a [java.net.Socket], since only a channel can be asked without
/// waiting whether the peer has closed it ([#isStale]). Not thread-safe.
final class HttpConnection implements Closeable {
  private static final int BUFFER_SIZE = 16 * 1024;
  // what the kernel takes or gives at once; the JDK copies it through direct memory of this size
  private static final int SLICE = 64 * 1024;
  private static final int CONNECT_TIMEOUT_MS = 1_000;

  private final SocketChannel channel;
  private final ByteBuffer in;
  private final ByteBuffer out;
  private boolean unsent = true;
  private boolean unanswered = true;

  private HttpConnection(SocketChannel channel, Buffers buffers) {
    this.channel = channel;
    this.in = buffers.in.clear().limit(0);
    this.out = buffers.out.clear();
  }

  /// The memory of a connection, which outlives it: reconnecting allocates none.
  static final class Buffers {
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER_SIZE);
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER_SIZE);
  }

  static HttpConnection open(InetSocketAddress address, Buffers buffers) throws IOException {
    SocketChannel channel = SocketChannel.open();
    boolean interrupted = Thread.interrupted();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(address, CONNECT_TIMEOUT_MS);
      return new HttpConnection(channel, buffers);
    } catch (IOException e) {
      channel.close();
      throw e;
    } finally {
      restore(interrupted);
    }
  }

  /// Whether the peer has closed or reset the connection, or has sent something unasked. Does not
  /// wait.
  boolean isStale() {
    if (in.hasRemaining()) {
      return true;
    }
    boolean interrupted = Thread.interrupted();
    try {
      channel.configureBlocking(false);
      try {
        return channel.read(in.clear()) != 0;
      } finally {
        in.flip();
        channel.configureBlocking(true);
      }
    } catch (IOException e) {
      return true;
    } finally {
      restore(interrupted);
    }
  }

  /// Sends bytes, now or with the next [#flush].
  void write(byte[] bytes, int offset, int length) throws IOException {
    requireOpen();
    if (length > out.remaining()) {
      flush();
      if (length > out.capacity()) {
        writeThrough(bytes, offset, length);
        return;
      }
    }
    out.put(bytes, offset, length);
  }

  void flush() throws IOException {
    requireOpen();
    out.flip();
    try {
      while (out.hasRemaining()) {
        send(out);
      }
    } finally {
      out.clear();
    }
  }

  /// The buffers of a closed connection may be those of another one by now.
  private void requireOpen() throws IOException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
  }

  private void writeThrough(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int at = offset, end = offset + length; at < end; ) {
      buffer.limit(Math.min(at + SLICE, end)).position(at);
      at += send(buffer);
    }
  }

  private int send(ByteBuffer buffer) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      int count = channel.write(buffer);
      unsent &= count == 0;
      return count;
    } finally {
      restore(interrupted);
    }
  }

  /// The next byte, 0 to 255.
  ///
  /// @throws EOFException if the peer has closed the connection
  int read() throws IOException {
    if (!in.hasRemaining()) {
      in.clear();
      try {
        receive(in);
      } finally {
        in.flip();
      }
    }
    return in.get() & 0xff;
  }

  /// Reads between 1 and length bytes.
  ///
  /// @throws EOFException if the peer has closed the connection
  int read(byte[] target, int offset, int length) throws IOException {
    if (in.hasRemaining()) {
      int count = Math.min(in.remaining(), length);
      in.get(target, offset, count);
      return count;
    }
    return receive(ByteBuffer.wrap(target, offset, Math.min(length, SLICE)));
  }

  private int receive(ByteBuffer target) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      int count = channel.read(target);
      if (count < 0) {
        throw new EOFException("the peer closed the connection");
      }
      unanswered = false;
      return count;
    } finally {
      restore(interrupted);
    }
  }

  /// An interrupt that a handler left behind would close the channel, so it is put aside meanwhile.
  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Begins a request: what is asked below is asked of it.
  void begin() {
    out.clear();
    unanswered = true;
    unsent = true;
  }

  /// Whether not one byte of the request can have reached the peer.
  boolean isUnsent() {
    return unsent;
  }

  /// Whether not one byte of the response has come.
  boolean isUnanswered() {
    return unanswered;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // it is of no further use either way
    }
  }
}
