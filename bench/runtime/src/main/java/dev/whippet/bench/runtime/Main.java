package dev.whippet.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private Main() {}

  /// Runs the command line.
  ///
  /// @param args the folder for results
  public static void main(String[] args) throws RunnerException, IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "bench/results");
    Files.createDirectories(folder);
    String before = load();
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("dev\\.whippet\\.bench\\.runtime\\..*")
                    .addProfiler(GCProfiler.class)
                    .forks(2)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(1))
                    .jvmArgs("-XX:+UseSerialGC", "-Xmx256m")
                    .resultFormat(ResultFormatType.JSON)
                    .result(folder.resolve("runtime.json").toString())
                    .build())
            .run();
    String report = report(results, before);
    Files.writeString(folder.resolve("runtime.md"), report);
    System.out.print(report);
  }

  private static String report(Collection<RunResult> results, String before) throws IOException {
    StringBuilder report = new StringBuilder();
    report.append(
        """
        ## Parts of an invocation

        date %s; processor %s; cores %d; JDK %s; load average %s to %s. JMH %d forks of 3 iterations of 1 s each, C2 on.

        | benchmark | least | mean | unit | B allocated per operation |
        | --- | ---: | ---: | --- | ---: |
        """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                before,
                load(),
                2));
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
      report.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %s | %.0f |%n",
              name(result),
              time.getStatistics().getMin(),
              time.getScore(),
              time.getScoreUnit(),
              bytes.getScore()));
    }
    return report.toString();
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

  private static String load() throws IOException {
    String load = Files.readString(Path.of("/proc/loadavg"));
    return load.substring(0, load.indexOf(' '));
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
