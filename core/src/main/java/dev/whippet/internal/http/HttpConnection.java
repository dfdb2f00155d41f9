package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One connection: bytes out, which are gathered, and bytes in, by calls that wait. It knows
/// nothing of requests and responses, but that the one is out before the other comes.
///
/// The channel itself never blocks, and a selector waits for it: an interrupt, which a handler may
/// have left on its way, closes a channel that blocks, and only wakes a selector. Not thread-safe
/// but for [#close].
final class HttpConnection implements Closeable {
  private static final int BUFFER_SIZE = 16 * 1024;
  private static final int CONNECT_TIMEOUT_MS = 1_000;
  private static final int NO_TIMEOUT = 0;

  private final SocketChannel channel;
  private final SelectionKey key;
  // both ways, in turn: cleared by whoever begins to use it
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
  private boolean unsent = true;
  private boolean unanswered = true;

  HttpConnection(InetSocketAddress address) throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(Selector.open(), SelectionKey.OP_CONNECT);
    try {
      if (!channel.connect(address)) {
        await(SelectionKey.OP_CONNECT, CONNECT_TIMEOUT_MS);
        if (!channel.finishConnect()) {
          throw new SocketTimeoutException("no connection within " + CONNECT_TIMEOUT_MS + " ms");
        }
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// Waits until the channel can go on, which it may have to find out by another try.
  private void await(int operation, int timeoutMs) throws IOException {
    boolean interrupted = false;
    try {
      if (key.interestOps() != operation) {
        key.interestOps(operation);
      }
      while (key.selector().select(ready -> {}, timeoutMs) == 0 && Thread.interrupted()) {
        interrupted = true;
      }
    } catch (IllegalStateException e) { // closed by another thread
      throw new ClosedChannelException();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Whether the peer has closed or reset the connection, or has sent something unasked. Does not
  /// wait.
  boolean isStale() {
    try {
      return channel.read(buffer.clear()) != 0;
    } catch (IOException e) {
      return true;
    }
  }

  /// Sends text in UTF-8, now or with the next [#flush].
  void write(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    write(bytes, 0, bytes.length);
  }

  /// Sends bytes, now or with the next [#flush].
  void write(byte[] bytes, int offset, int length) throws IOException {
    for (int at = offset, end = offset + length; at < end; ) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int count = Math.min(buffer.remaining(), end - at);
      buffer.put(bytes, at, count);
      at += count;
    }
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      if (channel.write(buffer) == 0) {
        await(SelectionKey.OP_WRITE, NO_TIMEOUT);
      } else {
        unsent = false;
      }
    }
    buffer.clear();
  }

  /// Reads between 1 and length bytes, as many as have come.
  ///
  /// @throws EOFException if the peer has closed the connection
  int read(byte[] target, int offset, int length) throws IOException {
    buffer.clear().limit(Math.min(length, BUFFER_SIZE));
    int count = unanswered ? 0 : channel.read(buffer); // a response takes its time to begin
    while (count == 0) {
      await(SelectionKey.OP_READ, NO_TIMEOUT);
      count = channel.read(buffer);
    }
    if (count < 0) {
      throw new EOFException("the peer closed the connection");
    }
    unanswered = false;
    buffer.get(0, target, offset, count);
    return count;
  }

  /// Begins a request: what is asked below is asked of it.
  void begin() {
    buffer.clear();
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
    try (channel) {
      key.selector().close();
    } catch (IOException e) {
      // it is of no further use either way
    }
  }
}
