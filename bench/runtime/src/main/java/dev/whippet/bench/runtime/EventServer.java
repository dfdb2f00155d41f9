package dev.whippet.bench.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Answers whatever ends with a line feed with the same event, in a thread for each connection, and
/// allocates nothing for it.
final class EventServer implements AutoCloseable {
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final ByteBuffer response;

  EventServer(String payload) throws IOException {
    response = RuntimeApiDouble.event(payload);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  int responseLength() {
    return response.limit();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel connection = listener.accept();
        connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Thread.ofPlatform().daemon().start(() -> serve(connection));
      }
    } catch (ClosedChannelException e) {
      // the end
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(SocketChannel connection) {
    ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    ByteBuffer out = response.duplicate();
    try (connection) {
      while (connection.read(in) >= 0) {
        if (in.get(in.position() - 1) == '\n') {
          in.clear();
          out.rewind();
          while (out.hasRemaining()) {
            connection.write(out);
          }
        }
      }
    } catch (IOException e) {
      // the peer has gone
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
