package dev.whippet.internal.http;

/// Pauses between tries, each twice as long as the one before, up to a bound in number.
public final class Backoff {
  private static final int TRIES = 6;
  private static final long FIRST_PAUSE_MS = 50;

  private int pauses;

  /// Waits before the next try.
  ///
  /// @return false at once if there have been enough tries
  public boolean pause() {
    if (pauses == TRIES - 1) {
      return false;
    }
    long millis = FIRST_PAUSE_MS << pauses++;
    boolean interrupted = false;
    for (long end = System.nanoTime() + millis * 1_000_000, left;
        (left = end - System.nanoTime()) > 0; ) {
      try {
        Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /// Starts again with the shortest pause, after a success.
  public void reset() {
    pauses = 0;
  }
}
