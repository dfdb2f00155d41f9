package dev.whippet.testing.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Accepts connections on 127.0.0.1 and gives each a virtual thread.
public final class HttpServer implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final int PAUSE_MS = 10;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerSocket listener;
  private final HttpHandler handler;
  private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

  private HttpServer(ServerSocket listener, HttpHandler handler) {
    this.listener = listener;
    this.handler = handler;
  }

  /// Starts a server.
  ///
  /// @param port the port, 0 for any free one
  /// @throws UncheckedIOException if the port is taken
  public static HttpServer start(int port, HttpHandler handler) {
    try {
      InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
      return start(new ServerSocket(port, BACKLOG, loopback), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on 127.0.0.1:"
              + port
              + " ("
              + e.getMessage()
              + "): end the program that does, or choose another port",
          e);
    }
  }

  static HttpServer start(ServerSocket listener, HttpHandler handler) {
    HttpServer server = new HttpServer(listener, handler);
    Thread.ofVirtual().name("whippet-accept").start(server::accept);
    return server;
  }

  /// The port it listens on.
  public int port() {
    return listener.getLocalPort();
  }

  /// How many connections are open.
  public int connections() {
    return connections.size();
  }

  /// Whether one is open that may be of the function's process.
  public boolean isConnectedToFunction() {
    return connections.stream().anyMatch(connection -> !connection.isGuest());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        HttpConnection connection = new HttpConnection(socket);
        connections.add(connection);
        if (listener.isClosed()) {
          connection.close();
        }
        Thread.ofVirtual().name("whippet-connection").start(() -> serve(connection));
      } catch (IOException e) {
        // closed, or the peer was gone before it was accepted, or there are no more files to open:
        // that passes when others are closed, and comes again at once until then
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
      }
    }
  }

  private void serve(HttpConnection connection) {
    try {
      connection.serve(handler);
    } finally {
      connections.remove(connection);
    }
  }

  /// Stops listening and closes every connection.
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      // closed is all that is asked for
    }
    connections.forEach(HttpConnection::close);
  }
}
