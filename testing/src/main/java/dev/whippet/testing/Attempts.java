package dev.whippet.testing;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The attempts under way, and for a while those that are over: a late answer to one of them gets
/// another status than one to an id that never was.
final class Attempts {
  private static final int REMEMBERED = 1000;

  private final Map<String, Attempt> byRequestId = new LinkedHashMap<>();

  synchronized void add(Attempt attempt) {
    byRequestId.remove(attempt.requestId());
    byRequestId.put(attempt.requestId(), attempt);
    if (byRequestId.size() > REMEMBERED) {
      Iterator<Attempt> oldest = byRequestId.values().iterator();
      while (oldest.hasNext()) {
        if (oldest.next().isOver()) {
          oldest.remove();
          return;
        }
      }
    }
  }

  /// The latest attempt with this request id, or null.
  synchronized Attempt find(String requestId) {
    return byRequestId.get(requestId);
  }

  synchronized List<Attempt> underWay() {
    return byRequestId.values().stream().filter(attempt -> !attempt.isOver()).toList();
  }

  void abandonAll(Function<String, FunctionError> reason) {
    underWay().forEach(attempt -> attempt.abandon(reason.apply(attempt.requestId())));
  }
}
