package dev.whippet.testing.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;

/// One connection: reads requests one after another and has them answered.
final class HttpConnection implements AutoCloseable {
  private static final int LINGER_MILLIS = 500;
  private static final int MAX_LINGER_BYTES = 16 * 1024 * 1024;

  private final Socket socket;
  private final OutputStream out;
  private final Object writeLock = new Object();
  private volatile DeferredResponse deferred;
  private volatile boolean guest;

  HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.out = socket.getOutputStream();
  }

  /// Whether it is known to be no connection of the function's process.
  boolean isGuest() {
    return guest;
  }

  void markGuest() {
    guest = true;
  }

  boolean isOpen() {
    return !socket.isClosed();
  }

  /// Serves the connection until its end.
  void serve(HttpHandler handler) {
    try (this) {
      InputStream in = socket.getInputStream();
      ByteSource source = new ByteSource(in);
      try {
        while (serveOne(source, handler)) {}
      } catch (MalformedRequestException e) {
        refuse(in, e);
      }
    } catch (IOException e) {
      // the peer is gone; there is nobody to tell
    }
  }

  private boolean serveOne(ByteSource source, HttpHandler handler) throws IOException {
    HttpRequest request = HeadReader.read(source);
    if (request == null) {
      return false;
    }
    awaitDeferred();
    BodyStream body = new BodyStream(source, HeadReader.bodyLength(request.headers()));
    HttpExchange exchange = new HttpExchange(this, request, body);
    handler.handle(exchange);
    if (!exchange.isAnswered()) {
      throw new IllegalStateException("no answer to " + request.method() + " " + request.path());
    }
    exchange.drain();
    return request.keepAlive() && isOpen();
  }

  /// A pipelined request waits until its predecessor is answered.
  private void awaitDeferred() throws IOException {
    DeferredResponse waiting = deferred;
    if (waiting != null) {
      try {
        waiting.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw (IOException) new InterruptedIOException().initCause(e);
      }
      deferred = null;
    }
  }

  DeferredResponse defer() {
    DeferredResponse response = new DeferredResponse(this);
    deferred = response;
    return response;
  }

  void write(byte[] bytes) throws IOException {
    synchronized (writeLock) {
      out.write(bytes);
    }
  }

  /// Answers and closes, but only after reading what the peer still sends: closing a socket with
  /// unread bytes resets it, and the peer would never see the answer.
  private void refuse(InputStream in, MalformedRequestException e) throws IOException {
    DeferredResponse waiting = deferred;
    if (waiting != null && waiting.isOpen()) {
      return;
    }
    HttpResponse response = HttpResponse.of(e.status()).header("Connection", "close");
    response.header("Content-Type", "text/plain").body((e.getMessage() + "\n").getBytes(UTF_8));
    write(response.encode(true));
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MILLIS);
    byte[] block = new byte[8192];
    int read = 0;
    for (int n = in.read(block); n >= 0 && read < MAX_LINGER_BYTES; n = in.read(block)) {
      read += n;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // closed is all that is asked for
    }
    DeferredResponse waiting = deferred;
    if (waiting != null) {
      waiting.cancel();
    }
  }
}
