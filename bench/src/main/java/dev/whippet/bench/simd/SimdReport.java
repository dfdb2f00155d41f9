package dev.whippet.bench.simd;

import dev.whippet.bench.report.Machine;
import dev.whippet.bench.report.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the suite, and prints nanoseconds a call, and each peer's time by ours, as a table that it
/// also writes to `simd.md`, with `simd.json` and `simd.svg`, in the folder of the property
/// `results` (`bench/results`).
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
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("dev.whippet.bench.simd." + (args.length > 0 ? args[0] : ".*") + "Benchmark")
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
            .warmupTime(TimeValue.milliseconds(80))
            .measurementIterations(ROUNDS * Vectors.PLACES)
            .measurementTime(TimeValue.milliseconds(25))
            .resultFormat(ResultFormatType.JSON)
            .result(folder.resolve("simd.json").toString())
            .verbosity(VerboseMode.SILENT);
    if (args.length > 1) {
      options.param("n", Arrays.copyOfRange(args, 1, args.length));
    }
    double before = Machine.load();
    Collection<RunResult> results = new Runner(options.build()).run();
    SimdTable table = new SimdTable(Machine.describe(), new Series(before, Machine.load()));
    times(results).forEach(table::row);
    Files.writeString(folder.resolve("simd.md"), table.markdown());
    Files.writeString(folder.resolve("simd.svg"), table.svg());
    System.out.print(table.markdown());
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
