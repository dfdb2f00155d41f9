package dev.whippet.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library's own few messages: one line each, which names the invocation it belongs to.
final class RuntimeLog {
  private RuntimeLog() {}

  // in a class of its own, since a function that has nothing to say need not start its logging
  private static final class Holder {
    static final Logger LOG = LoggerFactory.getLogger("dev.whippet");
  }

  static void warn(String message) {
    Holder.LOG.warn(oneLine(message));
  }

  static void error(String requestId, String message) {
    Holder.LOG.error("RequestId: {} {}", requestId, oneLine(message));
  }

  static void error(String requestId, String message, Throwable throwable) {
    error(requestId, message + ": " + stackTrace(throwable));
  }

  static void error(String message, Throwable throwable) {
    Holder.LOG.error(oneLine(message + ": " + stackTrace(throwable)));
  }

  static void error(String message) {
    Holder.LOG.error(oneLine(message));
  }

  private static String stackTrace(Throwable throwable) {
    StringWriter text = new StringWriter();
    try {
      throwable.printStackTrace(new PrintWriter(text));
    } catch (Throwable e) { // getMessage and toString are the user's
      text.write(throwable.getClass().getName());
    }
    return text.toString().strip();
  }

  /// CloudWatch makes an event of each line that ends with LF, and shows CR as a line break.
  private static String oneLine(String text) {
    return text.replace("\r\n", "\r").replace('\n', '\r');
  }
}
