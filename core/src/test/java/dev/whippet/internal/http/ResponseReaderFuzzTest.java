package dev.whippet.internal.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Any bytes are a response, or a clear refusal, and cost memory in proportion to their number.
class ResponseReaderFuzzTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @SuppressWarnings("try") // what allows connections is only closed
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreReadOrRefused(byte[] wire) throws IOException {
    // to the test's own server; Jazzer else takes each connection for one that the input has named
    try (SilentCloseable allowed = BugDetectors.allowNetworkConnections();
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpConnection connection =
            new HttpConnection(
                new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()))) {
      Thread sender = Thread.ofPlatform().daemon().start(() -> send(listener, wire));
      long before = THREADS.getCurrentThreadAllocatedBytes();
      ResponseReader reader = new ResponseReader(connection);
      int responses = 0;
      try {
        do {
          HttpResponse response = reader.read();
          responses++;
          assertTrue(response.status() >= 200 && response.status() <= 599);
          assertTrue(response.body().length <= wire.length);
          response.headers().get("content-length");
        } while (reader.keepAlive());
      } catch (IOException e) {
        assertTrue(e.getMessage() != null && !e.getMessage().isEmpty());
      }
      assertTrue(responses <= wire.length);
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      // Jazzer's own part is tens of MB once; what a length announces may be 256 MiB
      assertTrue(allocated < 100_000_000 + 100L * wire.length, () -> allocated + " bytes");
      sender.interrupt();
    }
  }

  private static void send(ServerSocket listener, byte[] wire) {
    try (Socket socket = listener.accept()) {
      socket.getOutputStream().write(wire);
    } catch (IOException e) {
      // refused by the reader, which has closed the connection
    }
  }
}
