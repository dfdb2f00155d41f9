package dev.whippet.internal.http;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// Pauses between tries, each twice as long as the one before, up to 6.4 s.
public final class Backoff {
  private static final int TRIES = 6;
  private static final long FIRST_PAUSE_MS = 50;
  private static final int LONGEST = 7;

  private int pauses;

  /// What may be tried again.
  ///
  /// @param <T> what it gives
  public interface Attempt<T> {
    /// Tries it.
    ///
    /// @return what it gives
    /// @throws IOException if it fails
    T make() throws IOException;
  }

  /// Tries something until it succeeds, or has been tried often enough.
  ///
  /// @param <T> what it gives
  /// @param passing what may pass; anything else is thrown at once
  /// @param attempt what to try
  /// @return what it gives
  /// @throws IOException what the last try threw
  public static <T> T retry(Class<? extends IOException> passing, Attempt<T> attempt)
      throws IOException {
    Backoff backoff = new Backoff();
    while (true) {
      try {
        return attempt.make();
      } catch (IOException e) {
        if (!passing.isInstance(e) || backoff.isExhausted()) {
          throw e;
        }
        backoff.pause();
      }
    }
  }

  /// Whether there have been as many pauses as make sense if nothing else is known.
  ///
  /// @return true after five pauses
  public boolean isExhausted() {
    return pauses >= TRIES - 1;
  }

  /// Waits before the next try. An interrupt is put aside meanwhile.
  public void pause() {
    long end = System.nanoTime() + (FIRST_PAUSE_MS << Math.min(pauses++, LONGEST)) * 1_000_000;
    boolean interrupted = false;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
