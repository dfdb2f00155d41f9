package dev.whippet.bench.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// A Runtime API of one connection that allocates nothing once it is connected, so that what a
/// benchmark counts is the runtime's alone. It knows what the runtime sends, and looks only at the
/// last byte of each request.
final class RuntimeApiDouble implements AutoCloseable {
  private static final byte END_OF_HEAD = '\n';
  private static final byte END_OF_JSON = '}';

  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer event;
  private final ByteBuffer accepted;
  private SocketChannel connection;

  RuntimeApiDouble(String payload) throws IOException {
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    event = event(payload);
    accepted =
        direct(
            "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n");
  }

  /// The response to a request for an event.
  static ByteBuffer event(String payload) {
    return direct(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n"
            + "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
            + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-central-1:123456789012:function:bench\r\n"
            + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1\r\n"
            + "Content-Length: "
            + payload.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + payload);
  }

  private static ByteBuffer direct(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  String address() throws IOException {
    return "127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  /// Waits for the runtime's first request for an event.
  void awaitReady() throws IOException {
    connection = listener.accept();
    connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
    receive(END_OF_HEAD);
  }

  /// Sends the event, takes the result, and the next request for an event.
  void invoke() throws IOException {
    send(event);
    receive(END_OF_JSON);
    send(accepted);
    receive(END_OF_HEAD);
  }

  private void send(ByteBuffer response) throws IOException {
    response.rewind();
    while (response.hasRemaining()) {
      connection.write(response);
    }
  }

  private void receive(byte end) throws IOException {
    in.clear();
    do {
      if (connection.read(in) < 0) {
        throw new EOFException("the runtime has gone");
      }
    } while (in.get(in.position() - 1) != end);
  }

  @Override
  public void close() throws IOException {
    if (connection != null) {
      connection.close();
    }
    listener.close();
  }
}
