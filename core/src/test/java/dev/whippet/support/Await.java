package dev.whippet.support;

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
