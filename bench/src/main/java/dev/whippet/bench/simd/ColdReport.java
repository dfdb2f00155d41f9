package dev.whippet.bench.simd;

import dev.whippet.bench.report.Machine;
import dev.whippet.bench.report.Markdown;
import dev.whippet.bench.report.Series;
import dev.whippet.simd.SimdOps;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints what a dot product of 10,000 floats costs in a JVM's first moments: the least of some
/// runs of [ColdCalls], in one jar with what it calls, for each of several set-ups. Also writes it
/// to `simd-cold.md` in the folder of the property `results` (`bench/results`).
final class ColdReport {
  private static final int RUNS = 7;
  private static final List<String> MODULE = List.of("--add-modules", "jdk.incubator.vector");
  private static final List<String> CLIENT = List.of("-XX:TieredStopAtLevel=1");

  private static final String[] FORMATS = {"%.0f", "%.1f", "%.1f", "%.2f", "%.1f", "%.2f", "%.1f"};

  private final String classPath;
  private final Markdown table = new Markdown();

  private ColdReport(String classPath) {
    this.classPath = classPath;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, URISyntaxException {
    Path folder = Files.createTempDirectory("cold");
    Path jar = folder.resolve("function.jar");
    FunctionJar.write(jar, ColdCalls.class, SimdOps.class);
    // an AOT cache takes no folders
    String peers =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    new ColdReport(jar + File.pathSeparator + peers).run(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private void run(Path folder) throws IOException, InterruptedException {
    double before = Machine.load();
    table.header(
        List.of(
            "",
            "call 1, us",
            "10",
            "100",
            "10,000",
            "warm-up, CPU ms",
            "call 1, CPU ms",
            "all, CPU ms"));
    Path cache = folder.resolve("dot.aot");
    run("naive", "naive", List.of());
    run("whippet", "whippet", List.of());
    run("whippet, warmed up", "warmed", MODULE);
    run("Vector API at once (whippet.simd=vector)", "whippet", vector(MODULE));
    run("Lucene", "lucene", MODULE);
    run("naive, C1", "naive", CLIENT);
    run("whippet, C1", "whippet", CLIENT);
    run("Lucene, C1", "lucene", concat(MODULE, CLIENT));
    fork("whippet", concat(CLIENT, List.of("-XX:AOTCacheOutput=" + cache)));
    run("whippet, C1, AOT cache", "whippet", concat(CLIENT, List.of("-XX:AOTCache=" + cache)));
    write(new Series(before, Machine.load()));
  }

  private void write(Series load) throws IOException {
    Markdown report = new Markdown();
    report.machine(Machine.describe(), load);
    report.paragraph("10,000 calls in each new JVM, the least of %d JVMs.".formatted(RUNS));
    Path results = Path.of(System.getProperty("results", "bench/results"));
    Files.createDirectories(results);
    Files.writeString(results.resolve("simd-cold.md"), report.toString() + table);
    System.out.print(report.toString() + table);
  }

  private static List<String> vector(List<String> flags) {
    return concat(flags, List.of("-Dwhippet.simd=vector"));
  }

  private static List<String> concat(List<String> a, List<String> b) {
    List<String> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private void run(String name, String who, List<String> flags)
      throws IOException, InterruptedException {
    double[] least = new double[7];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int i = 0; i < RUNS; i++) {
      String[] words = fork(who, flags).split(" ", -1);
      for (int j = 0; j < least.length; j++) {
        least[j] = Math.min(least[j], Math.max(0, Double.parseDouble(words[j]) / 1000));
      }
    }
    List<Object> cells = new ArrayList<>(List.of(name));
    for (int i = 0; i < least.length; i++) {
      cells.add(String.format(Locale.ROOT, FORMATS[i], least[i]));
    }
    table.row(cells.toArray());
  }

  private String fork(String who, List<String> flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath, ColdCalls.class.getName(), who));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader().lines().toList();
    process.waitFor();
    return lines.stream().filter(l -> l.matches("[-0-9 ]+")).findFirst().orElseThrow();
  }
}
