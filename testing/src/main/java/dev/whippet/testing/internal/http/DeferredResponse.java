package dev.whippet.testing.internal.http;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// An answer that another thread sends, once. Meanwhile the connection's own thread goes on
/// reading, and so notices when the peer goes away.
public final class DeferredResponse {
  private final HttpConnection connection;
  private final CountDownLatch done = new CountDownLatch(1);

  DeferredResponse(HttpConnection connection) {
    this.connection = connection;
  }

  /// Whether the peer still waits for the answer.
  public boolean isOpen() {
    return done.getCount() > 0 && connection.isOpen();
  }

  /// Sends the answer.
  ///
  /// @throws IOException if the peer is gone
  public void send(HttpResponse response) throws IOException {
    try {
      connection.write(response.encode(true));
    } finally {
      done.countDown();
    }
  }

  void await() throws InterruptedException {
    done.await();
  }

  void cancel() {
    done.countDown();
  }
}
