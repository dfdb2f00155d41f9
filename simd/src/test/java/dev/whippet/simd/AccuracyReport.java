package dev.whippet.simd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints a table of Markdown, with a column for each tier and width of vectors that this machine
/// has: the largest error of each reduction over a million random vectors as a part of the stated
/// bound, and that of each function over every 17th float in units of the last place.
///
/// Usage: `AccuracyReport [cases]`. Each column is a JVM of its own.
final class AccuracyReport {
  private static final List<String> MODULE = List.of("--add-modules", "jdk.incubator.vector");
  private static final String COLUMN = "column";

  private AccuracyReport() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 1 && args[1].equals(COLUMN)) {
      printColumn(Integer.parseInt(args[0]));
      return;
    }
    String cases = args.length > 0 ? args[0] : "1000000";
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("scalar", column(cases, "-Dwhippet.simd=scalar"));
    columns.put("512 bits", column(cases, "-Dwhippet.simd=vector", "-XX:MaxVectorSize=64"));
    columns.put("256 bits", column(cases, "-Dwhippet.simd=vector", "-XX:MaxVectorSize=32"));
    columns.put("128 bits", column(cases, "-Dwhippet.simd=vector", "-XX:MaxVectorSize=16"));
    columns.put("64 bits", column(cases, "-Dwhippet.simd=vector", "-XX:MaxVectorSize=8"));
    columns.put(
        "128 bits, no FMA",
        column(cases, "-Dwhippet.simd=vector", "-XX:MaxVectorSize=16", "-XX:-UseFMA"));
    print(cases, columns);
  }

  /// Lines of `name, tabulator, figure`; the first names the width of the vectors.
  private static void printColumn(int cases) {
    System.out.println("vectors\t" + SimdOps.tier().vectorBits() + " bits");
    Accuracy.measure(cases, 7)
        .forEach((name, part) -> System.out.printf(Locale.ROOT, "%s\t%.2f%n", name, part));
    for (TranscendentalsContract.Function function : TranscendentalsContract.Function.ALL) {
      System.out.printf(Locale.ROOT, "%s\t%.3f ulp%n", function.name(), ulps(function));
    }
  }

  private static List<String> column(String cases, String... flags)
      throws IOException, InterruptedException {
    List<String> jvmArgs = new ArrayList<>(MODULE);
    jvmArgs.addAll(List.of(flags));
    List<String> lines = Fork.lines(AccuracyReport.class, List.of(cases, COLUMN), jvmArgs);
    return lines.stream().filter(line -> line.contains("\t")).toList();
  }

  private static void print(String cases, Map<String, List<String>> columns) {
    List<String> names = columns.get("scalar").stream().map(AccuracyReport::name).toList();
    columns
        .entrySet()
        .removeIf(e ->
            e.getKey().endsWith("bits") && !e.getValue().getFirst().endsWith("\t" + e.getKey()));
    System.out.println("| " + cases + " cases | " + String.join(" | ", columns.keySet()) + " |");
    System.out.println("|---".repeat(columns.size() + 1) + "|");
    for (int row = 1; row < names.size(); row++) {
      StringBuilder line = new StringBuilder("| " + names.get(row));
      for (List<String> column : columns.values()) {
        line.append(" | ").append(column.get(row).substring(name(column.get(row)).length() + 1));
      }
      System.out.println(line + " |");
    }
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf('\t'));
  }

  private static double ulps(TranscendentalsContract.Function function) {
    Kernels kernels =
        SimdOps.tier().name().equals("scalar") ? new ScalarKernels() : new VectorKernels();
    float[] a = new float[1024];
    float[] dst = new float[a.length];
    double worst = 0;
    for (long bits = 0; bits < 1L << 32; ) {
      for (int i = 0; i < a.length; i++, bits += 17) {
        a[i] = Float.intBitsToFloat((int) bits);
      }
      function.kernel().apply(kernels.transcendentals(), a, 0, dst, 0, a.length);
      for (int i = 0; i < a.length; i++) {
        double exact = function.reference().applyAsDouble(a[i]);
        worst = Math.max(worst, TranscendentalsContract.Function.error(exact, dst[i]));
      }
    }
    return worst;
  }
}
