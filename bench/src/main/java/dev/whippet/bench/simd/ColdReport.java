package dev.whippet.bench.simd;

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

/// Prints a table of Markdown of what a dot product of 10,000 floats costs in a JVM's first
/// moments: the least of some runs of [ColdCalls], in one jar with what it calls, for each of
/// several set-ups.
final class ColdReport {
  private static final int RUNS = 7;
  private static final List<String> MODULE = List.of("--add-modules", "jdk.incubator.vector");
  private static final List<String> CLIENT = List.of("-XX:TieredStopAtLevel=1");

  private final String classPath;

  private ColdReport(String classPath) {
    this.classPath = classPath;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, URISyntaxException {
    Path folder = Files.createTempDirectory("cold");
    Path jar = folder.resolve("function.jar");
    FunctionJar.write(jar, ColdCalls.class, SimdOps.class);
    new ColdReport(jar + File.pathSeparator + System.getProperty("java.class.path")).run(folder);
    Files.delete(jar);
    Files.delete(folder);
  }

  private void run(Path folder) throws IOException, InterruptedException {
    System.out.println(
        "| | call 1, us | 10 | 100 | 10,000 | warm-up, CPU ms | call 1, CPU ms | all, CPU ms |");
    System.out.println("|---|---|---|---|---|---|---|---|");
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
    Files.deleteIfExists(cache);
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
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f | %.2f | %.1f | %.2f | %.1f |%n",
        name,
        least[0],
        least[1],
        least[2],
        least[3],
        least[4],
        least[5],
        least[6]);
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
