package dev.whippet.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// `--invoke`: starts the function, sends it events, and measures.
final class InvokeCommand {
  /// A JVM that records an AOT cache writes it on its way out, which takes seconds.
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  /// 128 plus the number of SIGKILL.
  private static final int KILLED = 137;

  private final CommandLine line;
  private final PrintStream out;
  private final PrintStream err;

  InvokeCommand(CommandLine line, PrintStream out, PrintStream err) {
    this.line = line;
    this.out = out;
    this.err = err;
  }

  /// Runs to the end, or to the first invocation that fails.
  ///
  /// @return the exit status: 0 if every invocation succeeded, else 1
  int run() throws IOException {
    ColdStartReport report = new ColdStartReport();
    List<InvocationResult> results = List.of();
    if (isMeasuring()) {
      // not counted: the emulator itself is cold the first time, and its delay not the function's
      results = start(new ColdStartReport());
    }
    for (int i = 0; i < Math.max(1, line.starts) && succeeded(results); i++) {
      results = start(report);
    }
    if (!succeeded(results)) {
      err.println(results.getLast().text());
      return 1;
    }
    out.println(isMeasuring() ? report.table().stripTrailing() : results.getLast().text());
    if (line.report != null) {
      Files.writeString(line.report, report.json());
    }
    return 0;
  }

  private boolean isMeasuring() {
    return line.starts > 0;
  }

  private static boolean succeeded(List<InvocationResult> results) {
    return results.isEmpty() || results.getLast().error().isEmpty();
  }

  private List<InvocationResult> start(ColdStartReport report) {
    List<InvocationResult> results = new ArrayList<>();
    try (FunctionProcess function = Main.configure(line).gated(isMeasuring()).start()) {
      while (results.size() < line.invocations && succeeded(results)) {
        byte[] event = line.events.get(results.size() % line.events.size());
        InvocationResult result = function.invoke(event);
        results.add(result);
        print(result.log(), result);
      }
      if (succeeded(results)) {
        OptionalLong memory = function.peakMemoryKib();
        report.add(ColdStart.of(results, memory, function.cpuTime().orElse(null)));
      }
      if (function.stop(STOP_PATIENCE) == KILLED && succeeded(results)) {
        err.println(
            "whippet: the function did not end within "
                + STOP_PATIENCE.toSeconds()
                + " seconds of SIGTERM, and was killed");
      }
      print(function.drainLog(), results.getLast());
    }
    return results;
  }

  private void print(List<String> log, InvocationResult result) {
    if (!isMeasuring() || result.error().isPresent()) {
      log.forEach(err::println);
    }
  }
}
