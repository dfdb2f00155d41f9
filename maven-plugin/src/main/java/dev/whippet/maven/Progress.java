package dev.whippet.maven;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/// Tells what a goal is doing. While a long step is under way, a terminal shows on one line how
/// long it takes and where it is; anywhere else, each of its stages is a line of its own.
///
/// @param lines gets a line at a time
/// @param terminal null where there is none
record Progress(Consumer<String> lines, PrintStream terminal) {
  private static final long PERIOD_MILLIS = 1000;

  // ECMA-48: to the first column, and erase to the end of the line
  private static final String BACK = "\r\u001b[K";

  /// For a goal; nothing is shown with `-q`.
  ///
  /// @param interactive whether Maven may expect someone at a terminal (not with `-B`)
  static Progress of(Log log, boolean interactive) {
    boolean shown = log.isInfoEnabled() && interactive && System.getenv("CI") == null;
    return new Progress(log::info, shown && isTerminal(System.console()) ? terminalStream() : null);
  }

  @SuppressWarnings("SystemOut") // a line that is rewritten is nothing for Maven's log
  private static PrintStream terminalStream() {
    return System.out;
  }

  /// Since Java 22 there is a console without a terminal too, and a method to ask.
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  /// Says one thing.
  void line(String text) {
    lines.accept(text);
  }

  /// Runs a long step.
  ///
  /// @param step what it is
  /// @param stage where it is now, asked once a second; empty if that cannot be told
  void during(String step, Supplier<String> stage, Runnable work) {
    line(step);
    Thread ticker = new Thread(() -> tick(stage), "progress");
    ticker.setDaemon(true);
    ticker.start();
    try {
      work.run();
    } finally {
      stop(ticker);
    }
  }

  private void tick(Supplier<String> stage) {
    long start = System.nanoTime();
    String last = "";
    try {
      while (true) {
        Thread.sleep(PERIOD_MILLIS);
        String now = stage.get();
        if (Thread.currentThread().isInterrupted()) {
          continue; // it may have been interrupted while it read
        }
        if (terminal != null) {
          terminal.print(BACK + (System.nanoTime() - start) / 1_000_000_000 + " s  " + now);
          terminal.flush();
        } else if (!now.equals(last)) {
          line(now);
          last = now;
        }
      }
    } catch (InterruptedException e) {
      if (terminal != null) {
        terminal.print(BACK);
        terminal.flush();
      }
    }
  }

  private static void stop(Thread ticker) {
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
