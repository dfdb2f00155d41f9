package dev.whippet.bench.coldstart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.BooleanSupplier;

/// The least of a Runtime API that a runtime can be measured with, in one thread: whatever it adds
/// to a round trip, it adds to everyone's.
final class RuntimeApiServer implements AutoCloseable {
  private static final long POLL_MS = 100;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private Connection last;

  RuntimeApiServer() throws IOException {
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  /// What goes into `AWS_LAMBDA_RUNTIME_API`.
  String address() throws IOException {
    return "127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  /// The next request, on whichever connection it comes.
  ///
  /// @param isGone whether none will come any more
  /// @throws IOException if the process has ended, or the time is over
  Request receive(Duration patience, BooleanSupplier isGone) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (selector.select(POLL_MS) == 0 && isGone.getAsBoolean()) {
        throw new IOException("the process ended");
      }
      for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
        SelectionKey key = keys.next();
        keys.remove();
        if (key.isAcceptable()) {
          accept();
        } else if (key.attachment() instanceof Connection connection) {
          Request request = connection.read();
          if (request != null) {
            last = connection;
            return request;
          }
        }
      }
    }
    throw new IOException("no request came within " + patience.toSeconds() + " s");
  }

  private void accept() throws IOException {
    SocketChannel channel = listener.accept();
    if (channel != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
    }
  }

  /// Answers the request that came last.
  void send(byte[] response) throws IOException {
    last.write(response);
  }

  /// Answers a result or a report.
  void accept202() throws IOException {
    send(ACCEPTED);
  }

  private static final byte[] ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n"
          .getBytes(US_ASCII);

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
