package dev.whippet.testing.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  /// A listener as it is when the process can open no more files.
  private static final class Exhausted extends ServerSocket {
    private final CountDownLatch tries = new CountDownLatch(4);

    Exhausted() throws IOException {}

    @Override
    public Socket accept() throws IOException {
      tries.countDown();
      throw new IOException("Too many open files");
    }
  }

  @Test
  void withoutFilesToOpenItPausesBetweenItsTries() throws Exception {
    long start = System.nanoTime();
    try (Exhausted listener = new Exhausted();
        HttpServer server = HttpServer.start(listener, exchange -> {})) {
      listener.tries.await();
      long nanos = System.nanoTime() - start;
      assertTrue(nanos >= 3 * 10_000_000L, () -> "four tries in " + nanos + " ns");
      assertEquals(0, server.connections());
    }
  }
}
