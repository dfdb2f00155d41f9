package dev.whippet.testing;

import java.util.List;
import java.util.Map;

/// Takes a streaming response as it arrives.
interface ResponseSink {
  ResponseSink NONE =
      new ResponseSink() {
        @Override
        public void begin(Map<String, List<String>> headers) {}

        @Override
        public void write(byte[] bytes, int offset, int length) {}
      };

  /// A streaming response begins.
  void begin(Map<String, List<String>> headers);

  /// The next piece of it.
  void write(byte[] bytes, int offset, int length);
}
