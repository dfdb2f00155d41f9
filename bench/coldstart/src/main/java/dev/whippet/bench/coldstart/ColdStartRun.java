package dev.whippet.bench.coldstart;

import dev.whippet.bench.report.Machine;
import dev.whippet.bench.report.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Starts all candidates in turn, again and again, so that what else the machine does meets them
/// alike.
///
/// @param title what is measured
/// @param candidates the first is what the others are compared with
/// @param event what each invocation gets
/// @param starts how many of each count; one before them does not
/// @param warm how many invocations after the first of each start
/// @param dropPages whether the files of all candidates are dropped from the page cache before each
record ColdStartRun(
    String title,
    List<Candidate> candidates,
    Event event,
    int starts,
    int warm,
    boolean dropPages) {
  private static final double BYTES_PER_MB = 1 << 20;

  ColdStartResult measure(PrintStream progress) throws IOException {
    Map<String, Map<Figure, List<Double>>> figures = new LinkedHashMap<>();
    List<Double> loads = new ArrayList<>(List.of(Machine.load()));
    for (int round = 0; round <= starts; round++) {
      for (Candidate candidate : candidates) {
        if (dropPages) {
          candidates.forEach(each -> drop(each.folder()));
        }
        Map<Figure, Double> start = ColdStart.measure(candidate, event, warm);
        if (round > 0) { // before, this process itself was not warm
          var lists = figures.computeIfAbsent(candidate.name(), _ -> new EnumMap<>(Figure.class));
          start.forEach(
              (figure, value) -> lists.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value));
        }
      }
      loads.add(Machine.load());
      progress.print(round == starts ? ".\n" : ".");
      progress.flush();
    }
    Map<String, Double> megabytes = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      megabytes.put(
          candidate.name(),
          candidate.isSelfContained() ? candidate.size() / BYTES_PER_MB : Double.NaN);
    }
    return new ColdStartResult(this, Machine.describe(), new Series(loads), figures, megabytes);
  }

  private static void drop(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(Posix::dropFromPageCache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
