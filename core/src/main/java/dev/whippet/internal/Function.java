package dev.whippet.internal;

import dev.whippet.Context;
import dev.whippet.StreamHandler;

/// What the loop calls with each event: the user's handler in one of two shapes.
sealed interface Function {
  /// Its result is sent in one piece when it is whole.
  non-sealed interface Buffered extends Function {
    void call(byte[] event, PayloadBuffer result, Context context) throws Exception;
  }

  /// Its response is sent while it is made.
  record Streaming(StreamHandler handler) implements Function {}
}
