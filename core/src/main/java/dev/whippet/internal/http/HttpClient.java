package dev.whippet.internal.http;

import dev.whippet.runtimeapi.RequestNotSentException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/// Requests to one server, over one connection that is kept open, and opened anew when it has gone.
///
/// No request is sent twice once a byte of it may have reached the server, but for one that is
/// [idempotent](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2) and met a connection that was
/// closed while idle. For one thread at a time; only [#close] may come from another.
public final class HttpClient implements Closeable {
  private static final byte[] NO_BODY = {};

  private final InetSocketAddress address;
  private boolean closed;
  private HttpConnection connection;
  private ResponseReader reader;

  /// A client that has not connected yet.
  ///
  /// @param address where the server listens
  public HttpClient(InetSocketAddress address) {
    this.address = address;
  }

  /// Sends a request without content, and once more if the kept connection turns out to be dead.
  ///
  /// @param head the request's head
  /// @return the response
  /// @throws IOException if the server cannot be reached, or what it sends cannot be read whole
  public HttpResponse get(RequestHead head) throws IOException {
    HttpConnection kept = connection;
    try {
      return exchange(head, NO_BODY, 0, 0);
    } catch (IOException e) {
      if (kept != null && kept.isUnanswered()) {
        return exchange(head, NO_BODY, 0, 0);
      }
      throw e;
    }
  }

  /// Sends a request with content; again only while no byte of it has reached the server.
  ///
  /// @param head the request's head, with its `Content-Length`
  /// @param body holds the content
  /// @param offset where it starts
  /// @param length its length in bytes
  /// @return the response
  /// @throws RequestNotSentException if no byte reached the server
  /// @throws IOException if the request, or a part of it, may have reached the server, and no whole
  ///   response came back
  public HttpResponse post(RequestHead head, byte[] body, int offset, int length)
      throws IOException {
    dropStale();
    return Backoff.retry(RequestNotSentException.class, () -> exchange(head, body, offset, length));
  }

  /// Starts a request whose content follows in chunks.
  ///
  /// @param head the request's head, with `Transfer-Encoding: chunked`
  /// @return takes the content
  /// @throws RequestNotSentException if the server cannot be reached
  /// @throws IOException if the request cannot be sent
  public ChunkedBody stream(RequestHead head) throws IOException {
    dropStale();
    HttpConnection open = Backoff.retry(RequestNotSentException.class, this::connect);
    head.writeTo(open);
    return new ChunkedBody(this, open);
  }

  private HttpResponse exchange(RequestHead head, byte[] body, int offset, int length)
      throws IOException {
    HttpConnection open = connect();
    try {
      head.writeTo(open);
      open.write(body, offset, length);
      open.flush();
    } catch (IOException e) {
      if (open.isUnsent()) {
        disconnect();
        throw new RequestNotSentException(address, e);
      }
      return earlyResponse(e);
    }
    return readResponse(false);
  }

  /// A server may refuse a request before it has read all of it, and close; its response is then
  /// still there to read.
  HttpResponse earlyResponse(IOException broken) throws IOException {
    try {
      return readResponse(true);
    } catch (IOException none) {
      broken.addSuppressed(none);
      throw broken;
    }
  }

  /// @param last whether the connection ends with it
  HttpResponse readResponse(boolean last) throws IOException {
    boolean kept = false;
    try {
      HttpResponse response = reader.read();
      kept = !last && reader.keepAlive();
      return response;
    } finally {
      if (!kept) {
        disconnect();
      }
    }
  }

  /// The connection for a request that begins.
  private synchronized HttpConnection connect() throws IOException {
    if (closed) {
      throw new IOException("the client is closed");
    }
    if (connection == null) {
      try {
        connection = new HttpConnection(address);
      } catch (IOException e) {
        throw new RequestNotSentException(address, e);
      }
      reader = new ResponseReader(connection);
    }
    connection.begin();
    return connection;
  }

  private synchronized void dropStale() {
    if (connection != null && (reader.hasRest() || connection.isStale())) {
      disconnect();
    }
  }

  /// Closes the connection, if there is one; the next request opens another.
  public synchronized void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  /// Ends the client, and a request that waits for its response in another thread.
  @Override
  public synchronized void close() {
    closed = true;
    disconnect();
  }
}
