package dev.whippet.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a project allows its package to take; 0 is no limit.
///
/// @param maxInit the median time from start to the first request for an event, in milliseconds
/// @param maxFirst the median time of the first invocation, in milliseconds
/// @param maxRss the median peak of resident memory, in MB
/// @param maxZip the zip file's size, in MB
record Limits(double maxInit, double maxFirst, double maxRss, double maxZip) {

  /// Fails if the report exceeds a limit, naming each that it does.
  void check(StartupReport report) {
    List<String> excesses = new ArrayList<>();
    check(excesses, "maxInit", maxInit, report, StartupReport.INIT);
    check(excesses, "maxFirst", maxFirst, report, StartupReport.FIRST);
    check(excesses, "maxRss", maxRss, report, StartupReport.RSS);
    compare(excesses, "maxZip", maxZip, report.sizes().zip() / (double) (1 << 20), "MB");
    if (!excesses.isEmpty()) {
      throw new PackagingException(
          "the package exceeds what the pom allows: " + String.join("; ", excesses));
    }
  }

  /// Fails if a zip is larger than allowed, where nothing else can be measured.
  void checkZip(Sizes sizes) {
    new Limits(0, 0, 0, maxZip).check(new StartupReport(Map.of(), sizes));
  }

  private static void check(
      List<String> excesses,
      String name,
      double limit,
      StartupReport report,
      StartupReport.Figure figure) {
    if (limit > 0) {
      double value =
          report
              .median(figure)
              .orElseThrow(
                  () -> new PackagingException(name + " is set, but this was not measured here"));
      compare(excesses, name, limit, value, figure.unit());
    }
  }

  private static void compare(
      List<String> excesses, String name, double limit, double value, String unit) {
    if (limit > 0 && value > limit) {
      excesses.add(
          String.format(Locale.ROOT, "%s is %.1f %s, but it takes %.1f", name, limit, unit, value));
    }
  }
}
