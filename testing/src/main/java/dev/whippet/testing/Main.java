package dev.whippet.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/// The emulator's command line:
///
/// ```text
/// java -cp ... dev.whippet.testing.Main
///   [--bootstrap PATH] [--port N] [--event FILE]... [--example NAME] [--data JSON]
///   [--invoke N] [--starts N] [--timeout SECONDS] [--memory MB] [--name FUNCTION]
///   [--env NAME=VALUE]... [--report FILE.json] [--watch FOLDER] [-- COMMAND ARG...]
/// ```
///
/// Without `--invoke` it serves until it is ended: the Runtime API and the Invoke API on `--port`
/// (9000), the Function URL on the port after it (0: any two free ones). With neither `--bootstrap`
/// nor a command it prints the environment for a function that is started elsewhere, such as in a
/// debugger. With `--watch` the function is started anew whenever the folder's files have changed.
///
/// With `--invoke N` it starts the function, sends it the events in turn, N in all, prints the last
/// response to standard output and the log to standard error, ends the function with SIGTERM, and
/// waits up to 60 seconds for it to go. The exit status is 0 if every invocation succeeded. After
/// the first that failed it stops, prints the log and the error's JSON to standard error, and exits
/// with 1.
///
/// With `--starts S` too it does so S times, each with a new process, and once before that is not
/// counted, and prints a table instead of the response. `--report` writes the figures as JSON:
/// `starts`, an array with an object each, and `summary`, an object with `min` and `median` of each
/// figure. The figures are `initMs` (start of the process to its first request for an event),
/// `firstMs`, `warmMedianMs` and `warmP99Ms` (sending of the event to the end of the response; warm
/// is every invocation but the first), `peakMemoryKib` (VmHWM) and `cpuMs` (user and system, init
/// included). One that is not known is absent.
///
/// A mistake in the command line is told in one line, and the exit status is 64.
public final class Main {
  private static final int USAGE = 64;

  private Main() {}

  /// Runs the command line.
  ///
  /// @param args the arguments, as above
  public static void main(String... args) {
    System.exit(run(System.out, System.err, args));
  }

  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      CommandLine line = CommandLine.parse(args);
      return line.invocations > 0 ? new InvokeCommand(line, out, err).run() : serve(line, out, err);
    } catch (UsageException | IllegalArgumentException e) {
      err.println("whippet: " + e.getMessage());
      return USAGE;
    } catch (IOException | UncheckedIOException e) {
      err.println("whippet: " + e.getMessage());
      return 1;
    }
  }

  private static int serve(CommandLine line, PrintStream out, PrintStream err) {
    ServeCommand serving = new ServeCommand(line, out, err);
    Runtime.getRuntime().addShutdownHook(new Thread(serving::close, "whippet-shutdown"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  static FunctionProcess.Builder configure(CommandLine line) {
    FunctionProcess.Builder builder =
        FunctionProcess.builder().functionName(line.name).memory(line.memoryMb);
    if (line.bootstrap != null) {
      builder.bootstrap(line.bootstrap);
    } else {
      builder.command(line.command);
    }
    if (line.timeout != null) {
      builder.timeout(line.timeout);
    }
    line.environment.forEach(builder::environment);
    return builder;
  }
}
