package dev.whippet.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library's own few messages. That one cannot be logged, for want of memory or by a provider
/// that fails, keeps no event from its answer.
final class RuntimeLog {
  private RuntimeLog() {}

  // in a class of its own, since a function that has nothing to say need not start its logging
  private static final class Holder {
    static final Logger LOG = LoggerFactory.getLogger("dev.whippet");
  }

  static void warn(String message) {
    log(() -> Holder.LOG.warn(message));
  }

  /// What went wrong.
  ///
  /// @param fault may be null
  static void error(String message, Throwable fault) {
    boolean logged = log(() -> Holder.LOG.error(message, fault));
    if (!logged && fault != null) { // its methods are the user's, and may throw themselves
      error(message + ": " + fault.getClass().getName(), null);
    }
  }

  /// What belongs to an invocation names it.
  ///
  /// @param fault may be null
  static void error(String requestId, String message, Throwable fault) {
    error("RequestId: ".concat(requestId).concat(" ").concat(message), fault);
  }

  private static boolean log(Runnable message) {
    try {
      message.run();
      return true;
    } catch (Throwable e) {
      System.err.println("whippet: a message could not be logged: " + e.getClass().getName());
      return false;
    }
  }
}
