package dev.whippet.bench.runtime;

import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A whole invocation over a loopback connection: the event, the handler, the result, and the
/// request for the next event. The runtime is in a thread of its own, the server in the
/// benchmark's.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InvocationBenchmark {
  /// What the handler takes and gives: records bound at compile time or by reflection, or bytes.
  @Param({"generated", "reflective", "bytes"})
  public String handler;

  private RuntimeApiDouble server;
  private Thread runtime;

  /// Starts the runtime.
  @Setup
  public void start() throws IOException {
    server = new RuntimeApiDouble("{\"name\":\"World\"}");
    Map<String, String> environment =
        Map.of("AWS_LAMBDA_RUNTIME_API", server.address(), "AWS_LAMBDA_FUNCTION_NAME", "bench");
    Whippet.Builder builder =
        switch (handler) {
          case "generated" -> Whippet.builder().handler(new Hello());
          // nothing is generated for the types of a lambda
          case "reflective" ->
              Whippet.builder().handler(Hello.Request.class, Hello.Response.class, new Hello());
          default -> Whippet.builder().handler(byte[].class, byte[].class, echo());
        };
    runtime = Thread.ofPlatform().daemon().start(() -> builder.serve(environment));
    server.awaitReady();
  }

  private static Handler<byte[], byte[]> echo() {
    return (event, context) -> event;
  }

  /// One invocation.
  @Benchmark
  public void invoke() throws IOException {
    server.invoke();
  }

  /// Ends the runtime, which gives up when the server has gone.
  @TearDown
  public void end() throws Exception {
    server.close();
    runtime.join(5_000);
  }
}
