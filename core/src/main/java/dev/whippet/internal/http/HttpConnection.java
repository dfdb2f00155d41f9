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

/// One connection: bytes out, bytes in, both buffered, by calls that wait. It knows nothing of
/// requests and responses.
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
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER_SIZE).limit(0);
  private final ByteBuffer out = ByteBuffer.allocate(BUFFER_SIZE);
  private boolean unsent = true;
  private boolean unanswered = true;

  HttpConnection(InetSocketAddress address) throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(Selector.open(), SelectionKey.OP_CONNECT);
    try {
      connect(address);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void connect(InetSocketAddress address) throws IOException {
    if (!channel.connect(address)) {
      await(SelectionKey.OP_CONNECT, CONNECT_TIMEOUT_MS);
      if (!channel.finishConnect()) {
        throw new SocketTimeoutException("no connection within " + CONNECT_TIMEOUT_MS + " ms");
      }
    }
  }

  /// Waits until the channel can go on, which it may have to find out by another try.
  private void await(int operation, int timeoutMs) throws IOException {
    boolean interrupted = false;
    try {
      key.interestOps(operation);
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
    if (in.hasRemaining()) {
      return true;
    }
    try {
      return channel.read(in.clear()) != 0;
    } catch (IOException e) {
      return true;
    } finally {
      in.flip();
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
      if (!out.hasRemaining()) {
        flush();
      }
      int count = Math.min(out.remaining(), end - at);
      out.put(bytes, at, count);
      at += count;
    }
  }

  void flush() throws IOException {
    out.flip();
    try {
      while (out.hasRemaining()) {
        if (channel.write(out) == 0) {
          await(SelectionKey.OP_WRITE, NO_TIMEOUT);
        } else {
          unsent = false;
        }
      }
    } finally {
      out.clear();
    }
  }

  /// How many of the bytes that have come, at least one, belong to the current line: those up to
  /// its LF, or all. The first requests are read by the JVM's interpreter, for which this is one
  /// loop without calls.
  ///
  /// @throws EOFException if the peer has closed the connection
  int restOfLine() throws IOException {
    receive();
    byte[] bytes = in.array();
    int start = in.position();
    int end = in.limit();
    int at = start;
    while (bytes[at++] != '\n' && at < end) {}
    return at - start;
  }

  /// Reads between 1 and length bytes.
  ///
  /// @throws EOFException if the peer has closed the connection
  int read(byte[] target, int offset, int length) throws IOException {
    receive();
    int count = Math.min(in.remaining(), length);
    in.get(target, offset, count);
    return count;
  }

  private void receive() throws IOException {
    if (in.hasRemaining()) {
      return;
    }
    in.clear();
    try {
      int count = unanswered ? 0 : channel.read(in); // a response takes its time to begin
      while (count == 0) {
        await(SelectionKey.OP_READ, NO_TIMEOUT);
        count = channel.read(in);
      }
      if (count < 0) {
        throw new EOFException("the peer closed the connection");
      }
      unanswered = false;
    } finally {
      in.flip();
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
    try (channel) {
      key.selector().close();
    } catch (IOException e) {
      // it is of no further use either way
    }
  }
}
