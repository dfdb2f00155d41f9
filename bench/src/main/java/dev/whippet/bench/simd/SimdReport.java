package dev.whippet.bench.simd;

import dev.whippet.bench.report.Machine;
import dev.whippet.bench.report.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the suite, and prints nanoseconds a call, and each peer's time by ours, as a table that it
/// also writes to `simd.md`, with JSON and `simd.svg`, in the folder of the property `results`
/// (`bench/results`).
///
/// Usage: `SimdReport [benchmark [n ...]]`. An iteration is short, and the least of those with the
/// arrays in the same place of a cache line counts: others' load on the machine only ever adds. The
/// figure is the mean over the places.
final class SimdReport {
  private static final int ROUNDS = 4;
  // the second percentile of an iteration's samples: the least without the clock's flukes
  private static final int LEAST = 2;

  private SimdReport() {}

  public static void main(String[] args) throws RunnerException, IOException {
    Path folder = Path.of(System.getProperty("results", "bench/results"));
    Files.createDirectories(folder);
    double before = Machine.load();
    List<RunResult> results = new ArrayList<>();
    if (args.length == 0) {
      results.addAll(run(".*"));
      results.addAll(run("Dot", "128", "255", "768", "10000"));
    } else {
      results.addAll(run(args[0], Arrays.copyOfRange(args, 1, args.length)));
    }
    SimdTable table = new SimdTable(Machine.describe(), new Series(before, Machine.load()));
    times(results).forEach(table::row);
    Files.writeString(folder.resolve("simd.md"), table.markdown());
    Files.writeString(folder.resolve("simd.svg"), table.svg());
    Files.writeString(folder.resolve("simd.json"), table.json());
    System.out.print(table.markdown());
  }

  private static Collection<RunResult> run(String benchmark, String... lengths)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("dev.whippet.bench.simd." + benchmark + "Benchmark")
            .forks(1)
            .jvmArgs(
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dwhippet.simd=vector",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                // another flag for the benchmarks' JVM, as -Djvm=-XX:MaxVectorSize=32
                System.getProperty("jvm", "-XX:+UseSerialGC"))
            .warmupIterations(Vectors.PLACES)
            // on a machine that does other work too, C2 needs a while for the longest kernels
            .warmupTime(TimeValue.milliseconds(200))
            .measurementIterations(ROUNDS * Vectors.PLACES)
            .measurementTime(TimeValue.milliseconds(25))
            .verbosity(VerboseMode.SILENT);
    if (lengths.length > 0) {
      options.param("n", lengths);
    }
    return new Runner(options.build()).run();
  }

  /// Nanoseconds by operation and length, and by who does it.
  private static Map<SimdTable.Operation, Map<String, Double>> times(
      Collection<RunResult> results) {
    Map<SimdTable.Operation, Map<String, Double>> times = new TreeMap<>();
    for (RunResult result : results) {
      String[] name = result.getParams().getBenchmark().split("\\.", -1);
      times
          .computeIfAbsent(
              new SimdTable.Operation(
                  name[name.length - 2].replace("Benchmark", ""),
                  Integer.parseInt(result.getParams().getParam("n"))),
              _ -> new TreeMap<>())
          .put(name[name.length - 1], nanos(result));
    }
    return times;
  }

  private static double nanos(RunResult result) {
    double[] least = new double[Vectors.PLACES];
    Arrays.fill(least, Double.MAX_VALUE);
    int iteration = 0;
    for (IterationResult r : result.getBenchmarkResults().iterator().next().getIterationResults()) {
      int place = iteration++ % Vectors.PLACES;
      double percentile = r.getPrimaryResult().getStatistics().getPercentile(LEAST);
      least[place] = Math.min(least[place], percentile);
    }
    boolean matrices = result.getParams().getBenchmark().contains("Gemm");
    return Arrays.stream(least).average().orElseThrow()
        / (matrices ? Matrices.CALLS : Vectors.CALLS);
  }
}
