package dev.whippet.testing;

import java.io.PrintStream;
import java.util.Locale;

/// Prints a line about each invocation, as Lambda writes `REPORT` into the log.
final class ReportingFunction implements LambdaFunction {
  private final LambdaFunction function;
  private final PrintStream err;

  ReportingFunction(LambdaFunction function, PrintStream err) {
    this.function = function;
    this.err = err;
  }

  @Override
  public InvocationResult invoke(Invocation invocation) {
    InvocationResult result = function.invoke(invocation);
    result.error().ifPresent(error -> err.println(error.json()));
    err.println(line(result));
    return result;
  }

  static String line(InvocationResult result) {
    String report =
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %.2f ms",
            result.requestId(),
            result.duration().toNanos() / 1e6);
    return result
        .initDuration()
        .map(init ->
            report + String.format(Locale.ROOT, "\tInit Duration: %.2f ms", init.toNanos() / 1e6))
        .orElse(report);
  }
}
