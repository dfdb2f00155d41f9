package dev.whippet.support;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Waits for what another thread or process brings about. The bound is for broken code only: no
/// test depends on how long it is.
public final class Await {
  private static final long BOUND_NANOS = 60_000_000_000L;

  private Await() {}

  /// Waits until something is so.
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > BOUND_NANOS) {
        throw new AssertionError("waited in vain for " + what);
      }
      ScriptedServer.pause(2);
    }
  }

  /// Waits until a count is reached, for as long as it goes on growing.
  public static void progress(String what, AtomicInteger count, int target) {
    for (int before = -1; count.get() < target; ) {
      if (count.get() == before) {
        throw new AssertionError("no progress to " + what + " from " + before);
      }
      before = count.get();
      int from = before;
      until(what, () -> count.get() >= target || count.get() > from + 1000);
    }
  }

  /// Waits until a thread waits in native code or for another, as one does that reads a socket.
  public static void untilBlocked(Thread thread, String method) {
    until(
        thread + " in " + method,
        () -> {
          for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().equals(method)) {
              return true;
            }
          }
          return false;
        });
  }
}
