package dev.whippet.bench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.Bind;
import dev.whippet.internal.json.GeneratedBinding;
import dev.whippet.internal.json.JavaType;
import dev.whippet.internal.json.JsonBinding;
import dev.whippet.internal.json.JsonBinding.EventReader;
import dev.whippet.json.AnyWriter;
import dev.whippet.json.Binding;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// JSON in and out, bound by reflection, by code that was generated at compile time, and by hand as
/// the floor: the least that can be done for just these types.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {
  /// An event of some size.
  @Bind
  public record Order(String id, long customer, List<Item> items, boolean express) {}

  /// A part of it.
  public record Item(String sku, int count, double price) {}

  private static final byte[] HELLO = "{\"name\":\"World\"}".getBytes(UTF_8);
  private static final byte[] ORDER =
      """
      {"id":"8476a536-e9f4-11e8-9739-2dfe598c3fcd","customer":1234567890,"items":[\
      {"sku":"AB-1234","count":2,"price":19.99},{"sku":"CD-5678","count":1,"price":249.5},\
      {"sku":"EF-9012","count":12,"price":0.79}],"express":true}\
      """
          .getBytes(UTF_8);

  private final JsonBinding json = new JsonBinding();
  private final EventReader<Hello.Request> hello = json.reader(JavaType.of(Hello.Request.class));
  private final EventReader<Order> order = json.reader(JavaType.of(Order.class));
  private final Hello.Response response = new Hello.Response("Hello, World");
  private final Order result = order.read(ORDER);
  private final Sink sink = new Sink();

  private final Binding helloBinding = GeneratedBinding.find(Hello.class);
  private final Binding orderBinding = GeneratedBinding.find(Order.class);
  private final EventReader<Hello.Request> helloGenerated = json.reader(helloBinding.reader());
  private final EventReader<Order> orderGenerated = json.reader(orderBinding.reader());

  /// Takes bytes, as the runtime's own buffer does.
  private static final class Sink extends OutputStream {
    private final byte[] bytes = new byte[8192];
    private int length;

    @Override
    public void write(int b) {
      bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
      System.arraycopy(source, offset, bytes, length, count);
      length += count;
    }
  }

  /// A small record from JSON.
  @Benchmark
  public Hello.Request readHello() {
    return hello.read(HELLO);
  }

  /// The same by generated code.
  @Benchmark
  public Hello.Request readHelloGenerated() {
    return helloGenerated.read(HELLO);
  }

  /// The same by hand.
  @Benchmark
  public Hello.Request readHelloByHand() {
    int start = 1 + indexOf(HELLO, ':') + 1;
    int end = HELLO.length - 2;
    return new Hello.Request(new String(HELLO, start, end - start, UTF_8));
  }

  private static int indexOf(byte[] bytes, char c) {
    int at = 0;
    while (bytes[at] != c) {
      at++;
    }
    return at;
  }

  /// A small record to JSON.
  @Benchmark
  public int writeHello() {
    sink.length = 0;
    json.write(AnyWriter.INSTANCE, response, sink);
    return sink.length;
  }

  /// The same by generated code.
  @Benchmark
  public int writeHelloGenerated() {
    sink.length = 0;
    json.write(helloBinding.writer(), response, sink);
    return sink.length;
  }

  /// The same by hand.
  @Benchmark
  public int writeHelloByHand() {
    sink.length = 0;
    byte[] bytes = ("{\"message\":\"" + response.message() + "\"}").getBytes(UTF_8);
    sink.write(bytes, 0, bytes.length);
    return sink.length;
  }

  /// Records in a list in a record, with numbers.
  @Benchmark
  public Order readOrder() {
    return order.read(ORDER);
  }

  /// The same to JSON.
  @Benchmark
  public int writeOrder() {
    sink.length = 0;
    json.write(AnyWriter.INSTANCE, result, sink);
    return sink.length;
  }

  /// By generated code.
  @Benchmark
  public Order readOrderGenerated() {
    return orderGenerated.read(ORDER);
  }

  /// By generated code.
  @Benchmark
  public int writeOrderGenerated() {
    sink.length = 0;
    json.write(orderBinding.writer(), result, sink);
    return sink.length;
  }

  /// The floor of allocation for a payload in a new array, as the client hands it over.
  @Benchmark
  public byte[] copyOrder() {
    return Arrays.copyOf(ORDER, ORDER.length);
  }
}
