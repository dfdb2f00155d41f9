package dev.whippet.internal;

import dev.whippet.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Looks at one worker's handler shortly before its deadline, and logs where it is, so that the log
/// says more than that the task timed out. Made and called by the worker's thread.
final class DeadlineGuard implements AutoCloseable {
  private final Thread worker = Thread.currentThread();
  private final Duration margin;
  private final ScheduledThreadPoolExecutor timer;
  private volatile Context current;
  private Future<?> alarm;

  /// @param margin how long before the deadline to look
  DeadlineGuard(Duration margin) {
    this.margin = margin;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("whippet-deadline-guard").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  void enter(Context context) {
    current = context;
    long delay = TimeUnit.NANOSECONDS.convert(context.remainingTime().minus(margin));
    alarm = timer.schedule(() -> report(context), delay, TimeUnit.NANOSECONDS);
  }

  void leave() {
    current = null;
    alarm.cancel(false);
  }

  private void report(Context context) {
    StackTraceElement[] stack = worker.getStackTrace();
    Thread.State state = worker.getState();
    if (!context.equals(current)) { // done meanwhile: the stack is that of something else
      return;
    }
    StringBuilder text = new StringBuilder("the handler is still running ");
    text.append(context.remainingTime().toMillis()).append(" ms before its deadline, in thread ");
    text.append(worker.getName()).append(", state ").append(state);
    Arrays.stream(stack)
        .takeWhile(frame -> !frame.getClassName().startsWith("dev.whippet.internal."))
        .forEach(frame -> text.append("\n\tat ").append(frame));
    RuntimeLog.error(context.requestId(), text.toString(), null);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
