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
    boolean measuring = line.starts > 0;
    ColdStartReport report = new ColdStartReport();
    String response = "";
    for (int i = 0; i < Math.max(1, line.starts); i++) {
      try (FunctionProcess function = Main.configure(line).start()) {
        List<InvocationResult> results = new ArrayList<>();
        for (int n = 0; n < line.invocations; n++) {
          InvocationResult result = function.invoke(line.events.get(n % line.events.size()));
          if (!measuring || result.error().isPresent()) {
            result.log().forEach(err::println);
          }
          if (result.error().isPresent()) {
            function.stop(STOP_PATIENCE);
            function.drainLog().forEach(err::println);
            err.println(result.error().get().json());
            return 1;
          }
          results.add(result);
        }
        response = results.getLast().text();
        OptionalLong memory = function.peakMemoryKib();
        report.add(ColdStart.of(results, memory, function.cpuTime().orElse(null)));
        function.stop(STOP_PATIENCE);
        List<String> last = function.drainLog();
        if (!measuring) {
          last.forEach(err::println);
        }
      }
    }
    out.println(measuring ? report.table().stripTrailing() : response);
    if (line.report != null) {
      Files.writeString(line.report, report.json());
    }
    return 0;
  }
}
