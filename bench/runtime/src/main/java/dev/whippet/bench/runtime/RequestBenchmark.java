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
  private final String id = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
  private final String lines =
      " HTTP/1.1\r\nHost: 127.0.0.1:9001\r\nUser-Agent: whippet/0.1.0-java25\r\n";

  /// Made in the memory of the one before.
  @Benchmark
  public RequestHead writeHead() {
    return head.start("POST", "/2018-06-01/runtime/invocation/")
        .segment(id)
        .text("/response")
        .text(lines)
        .text("Content-Type: application/json\r\nContent-Length: 26\r\n")
        .end();
  }
}
