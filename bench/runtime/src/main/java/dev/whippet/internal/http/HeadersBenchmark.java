package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The header lines of an invocation, as Lambda sends them; in this package since nobody else is to
/// parse any.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeadersBenchmark {
  private final byte[] lines =
      """
      Content-Type: application/json
      Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd
      Lambda-Runtime-Deadline-Ms: 1542409706888
      Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-2:123456789012:function:bench
      Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1
      Date: Mon, 01 Jan 2026 00:00:00 GMT
      Content-Length: 16
      """
          .replace("\n", "\r\n")
          .getBytes(US_ASCII);

  private final Headers headers = new Headers();

  /// Parsed, in the memory of those before.
  @Benchmark
  public Headers parse() throws IOException {
    headers.clear();
    for (int start = 0, end = 0; end < lines.length; start = end) {
      end = start + 1;
      while (lines[end - 1] != '\n') {
        end++;
      }
      headers.add(lines, start, end);
    }
    return headers;
  }

  /// Parsed, and the request id taken.
  @Benchmark
  public String parseAndFind() throws IOException {
    return parse().get("lambda-runtime-aws-request-id").orElseThrow();
  }
}
