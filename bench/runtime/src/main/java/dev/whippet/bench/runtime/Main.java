package dev.whippet.bench.runtime;

import dev.whippet.bench.report.Machine;
import dev.whippet.bench.report.Markdown;
import dev.whippet.bench.report.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs the benchmarks with the garbage collector's profiler, and writes `runtime.md` and
/// `runtime.json` to the folder that the first argument names.
public final class Main {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final int FORKS = 2;
  private static final int ITERATIONS = 40;
  // short, so that some meet a quiet moment of a machine that does other work too
  private static final int ITERATION_MS = 50;
  private static final double PERCENTILE = 90;

  private Main() {}

  /// Runs the command line.
  ///
  /// @param args the folder for results
  public static void main(String[] args) throws RunnerException, IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "bench/results");
    Files.createDirectories(folder);
    double before = Machine.load();
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("dev\\.whippet\\..*Benchmark")
                    .addProfiler(GCProfiler.class)
                    .forks(FORKS)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(ITERATIONS)
                    .measurementTime(TimeValue.milliseconds(ITERATION_MS))
                    .jvmArgs("-XX:+UseSerialGC", "-Xmx256m")
                    .resultFormat(ResultFormatType.JSON)
                    .result(folder.resolve("runtime.json").toString())
                    .build())
            .run();
    String report = report(results, before);
    Files.writeString(folder.resolve("runtime.md"), report);
    System.out.print(report);
  }

  private static String report(Collection<RunResult> results, double before) throws IOException {
    Markdown report = new Markdown();
    report.heading("Parts of an invocation");
    report.machine(Machine.describe(), new Series(before, Machine.load()));
    report.paragraph(
        "JMH, %d forks of %d iterations of %d ms each, C2 on."
            .formatted(FORKS, ITERATIONS, ITERATION_MS));
    report.text(
        """
        | benchmark | least | median | p90 | n | unit | B allocated per operation |
        | --- | ---: | ---: | ---: | ---: | --- | ---: |
        """);
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
      Series times =
          new Series(
              result.getBenchmarkResults().stream()
                  .flatMap(fork -> fork.getIterationResults().stream())
                  .map(iteration -> iteration.getPrimaryResult().getScore())
                  .toList());
      report.row(
          name(result),
          number(times.min()),
          number(times.median()),
          number(times.percentile(PERCENTILE)),
          times.count(),
          time.getScoreUnit(),
          String.format(Locale.ROOT, "%.0f", bytes.getScore()));
    }
    return report.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    List<String> words = List.of(benchmark.split("\\.", -1));
    String name = String.join(".", words.subList(words.size() - 2, words.size()));
    String parameters =
        result.getParams().getParamsKeys().stream()
            .map(key -> result.getParams().getParam(key))
            .collect(Collectors.joining(", "));
    return parameters.isEmpty() ? name : name + " (" + parameters + ")";
  }
}
