package dev.whippet.bench.simd;

import java.util.Collection;
import java.util.Locale;
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

/// Runs the suite and prints a table of Markdown: nanoseconds a call, and each peer's time by ours.
///
/// Usage: `SimdReport [benchmark [n ...]]`. An iteration is short, and the least of those with the
/// arrays in the same place of a cache line counts: others' load on the machine only ever adds. The
/// figure is the mean over the places.
final class SimdReport {
  private static final int ROUNDS = 4;

  private SimdReport() {}

  public static void main(String[] args) throws RunnerException {
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
            .verbosity(VerboseMode.SILENT);
    if (args.length > 1) {
      options.param("n", java.util.Arrays.copyOfRange(args, 1, args.length));
    }
    Map<String, Map<String, Double>> table = new TreeMap<>();
    Collection<RunResult> results = new Runner(options.build()).run();
    for (RunResult result : results) {
      String[] name = result.getParams().getBenchmark().split("\\.", -1);
      String n = result.getParams().getParam("n");
      String row =
          name[name.length - 2].replace("Benchmark", "") + String.format(Locale.ROOT, "%8s", n);
      table.computeIfAbsent(row, r -> new TreeMap<>()).put(name[name.length - 1], nanos(result));
    }
    System.out.println("| operation, n | ours, ns | peer: ns, peer / ours |\n|---|---|---|");
    table.forEach(SimdReport::print);
  }

  private static void print(String row, Map<String, Double> times) {
    double ours = times.remove("whippet");
    StringBuilder peers = new StringBuilder();
    times.forEach((peer, nanos) ->
        peers.append(String.format(Locale.ROOT, "%s %.1f, **%.2f**; ", peer, nanos, nanos / ours)));
    System.out.printf(Locale.ROOT, "| %s | %.1f | %s|%n", row, ours, peers);
  }

  private static double nanos(RunResult result) {
    double[] least = new double[Vectors.PLACES];
    java.util.Arrays.fill(least, Double.MAX_VALUE);
    int iteration = 0;
    for (IterationResult r : result.getBenchmarkResults().iterator().next().getIterationResults()) {
      int place = iteration++ % Vectors.PLACES;
      double percentile = r.getPrimaryResult().getStatistics().getPercentile(2);
      least[place] = Math.min(least[place], percentile);
    }
    boolean matrices = result.getParams().getBenchmark().contains("Gemm");
    return java.util.Arrays.stream(least).average().orElseThrow()
        / (matrices ? Matrices.CALLS : Vectors.CALLS);
  }
}
