package dev.whippet.testing;

import java.util.ArrayDeque;
import java.util.List;

/// The latest requests, so many and not more bytes of body than a test's memory can bear.
final class RequestLog {
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final int capacity;
  private final ArrayDeque<RecordedRequest> requests = new ArrayDeque<>();
  private long bytes;

  RequestLog(int capacity) {
    this.capacity = capacity;
  }

  synchronized void add(RecordedRequest request) {
    requests.add(request);
    bytes += request.size();
    while (requests.size() > capacity || (bytes > MAX_BYTES && requests.size() > 1)) {
      bytes -= requests.remove().size();
    }
  }

  synchronized List<RecordedRequest> all() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    requests.clear();
    bytes = 0;
  }
}
