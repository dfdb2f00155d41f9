package dev.whippet.internal;

import dev.whippet.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Looks at one worker's handler shortly before its deadline, and logs where it is, so that the log
/// says more than that the task timed out.
class DeadlineGuard {
  /// Looks at nothing.
  static final DeadlineGuard NONE = new DeadlineGuard();

  private DeadlineGuard() {}

  void enter(Context context) {}

  void leave() {}

  void end() {}

  /// Guards the calling thread.
  ///
  /// @param margin how long before the deadline to look
  static DeadlineGuard of(Duration margin) {
    Watcher watcher = new Watcher(Thread.currentThread(), margin);
    Thread.ofPlatform().daemon().name("whippet-deadline-guard").start(watcher::watch);
    return watcher;
  }

  private static final class Watcher extends DeadlineGuard {
    private final Thread worker;
    private final Duration margin;
    private volatile Context current;
    private volatile Thread watcher;
    private volatile boolean ended;

    Watcher(Thread worker, Duration margin) {
      this.worker = worker;
      this.margin = margin;
    }

    @Override
    void enter(Context context) {
      current = context;
      LockSupport.unpark(watcher);
    }

    @Override
    void leave() {
      current = null;
    }

    @Override
    void end() {
      ended = true;
      LockSupport.unpark(watcher);
    }

    private void watch() {
      watcher = Thread.currentThread();
      Context reported = null;
      while (!ended) {
        Context context = current;
        if (context == null || context.equals(reported) || context.deadline().equals(Instant.MAX)) {
          LockSupport.park(this);
        } else {
          Duration wait = context.remainingTime().minus(margin);
          if (wait.isPositive()) {
            LockSupport.parkNanos(this, TimeUnit.NANOSECONDS.convert(wait));
          } else {
            reported = context;
            report(context);
          }
        }
      }
    }

    private void report(Context context) {
      StackTraceElement[] stack = worker.getStackTrace();
      if (!context.equals(current)) { // done meanwhile: the stack is that of something else
        return;
      }
      StringBuilder text =
          new StringBuilder("the handler is still running ")
              .append(context.remainingTime().toMillis())
              .append(" ms before its deadline, in thread ")
              .append(worker.getName())
              .append(", state ")
              .append(worker.getState());
      for (StackTraceElement frame : stack) {
        if (frame.getClassName().startsWith("dev.whippet.internal.")) {
          break;
        }
        text.append("\n\tat ").append(frame);
      }
      RuntimeLog.error(context.requestId(), text.toString());
    }
  }
}
