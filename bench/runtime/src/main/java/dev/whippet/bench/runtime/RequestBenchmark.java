package dev.whippet.bench.runtime;

import dev.whippet.internal.http.RequestHead;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The head of the request that answers an invocation.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {
  private final RequestHead head = new RequestHead();
  private final String target =
      "/2018-06-01/runtime/invocation/8476a536-e9f4-11e8-9739-2dfe598c3fcd/response";

  /// Made in the memory of the one before.
  @Benchmark
  public RequestHead writeHead() {
    return head.start("POST", target)
        .header("Host", "127.0.0.1:9001")
        .header("User-Agent", "whippet/0.1.0-java25")
        .header("Content-Type", "application/json")
        .header("Content-Length", "26")
        .end();
  }
}
