package dev.whippet.examples.minimal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;

/// Answers any event with `{"statusCode":200,"body":"ok"}`: bytes in, bytes out, so that nothing
/// but the runtime counts.
public final class Minimal implements Handler<byte[], byte[]> {
  private final byte[] response = "{\"statusCode\":200,\"body\":\"ok\"}".getBytes(UTF_8);

  /// Called by Whippet.
  public Minimal() {}

  @Override
  public byte[] handle(byte[] event, Context context) {
    return response;
  }

  /// Serves the function.
  ///
  /// @param args none
  public static void main(String[] args) {
    Whippet.run(Minimal::new);
  }
}
