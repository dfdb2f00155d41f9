package dev.whippet.bench.runtime;

import dev.whippet.internal.http.HttpClient;
import dev.whippet.internal.http.HttpResponse;
import dev.whippet.internal.http.RequestHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A request for an event and its response over a loopback connection, by the client, and by hand
/// as the floor: the same bytes written and read, and not looked at.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HttpBenchmark {
  private static final String TARGET = "/2018-06-01/runtime/invocation/next";

  private EventServer server;
  private HttpClient client;
  private SocketChannel channel;
  private final RequestHead head = new RequestHead();
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
  private ByteBuffer request;

  /// Starts the server, and connects by hand.
  @Setup
  public void start() throws IOException {
    server = new EventServer("{\"name\":\"World\"}");
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    client = new HttpClient(address);
    head.start("GET", TARGET)
        .text(" HTTP/1.1\r\nHost: 127.0.0.1:9001\r\nUser-Agent: whippet\r\n")
        .end();
    channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    byte[] bytes =
        ("GET " + TARGET + " HTTP/1.1\r\nHost: 127.0.0.1:9001\r\nUser-Agent: whippet\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    request = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /// By the client, with a head made once, as the runtime has it.
  @Benchmark
  public HttpResponse get() throws IOException {
    return client.get(head);
  }

  /// By hand.
  @Benchmark
  public int getByHand() throws IOException {
    request.rewind();
    channel.write(request);
    in.clear();
    while (in.position() < server.responseLength()) {
      channel.read(in);
    }
    return in.position();
  }

  /// Ends all.
  @TearDown
  public void end() throws IOException {
    client.close();
    channel.close();
    server.close();
  }
}
