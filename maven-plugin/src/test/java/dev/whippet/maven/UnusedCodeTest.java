package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedCodeTest {
  private static final String LOGGING = "-H:-EnableLoggingFeature";
  private static final String CONTINUATIONS = "-H:-VMContinuations";
  private static final String LOCALES = "-Dwhippet.without.locales=true";
  private static final String FORMATTED_DATES = "-Dwhippet.without.formatted-dates=true";
  private static final String LOG_DATES = "-Dwhippet.without.log-dates=true";
  private static final String CPU_FEATURES = "-Dwhippet.without.cpu-features=true";

  @TempDir Path folder;

  private Path classes(String body) throws IOException {
    return new SampleProject(folder.resolve("project"))
        .source("app/Sample.java", "package app; class Sample { Object of() { " + body + " } }")
        .compile("-cp", List.of())
        .classes();
  }

  private static List<String> options(Path classes, String... buildArgs) {
    return UnusedCode.options(List.of(PathEntry.read(classes, 25)), List.of(buildArgs));
  }

  private void assertStays(String option, List<String> options) {
    List<String> others =
        new ArrayList<>(
            List.of(LOGGING, CONTINUATIONS, LOCALES, FORMATTED_DATES, LOG_DATES, CPU_FEATURES));
    others.remove(option);
    assertEquals(others, options);
  }

  @Test
  void whatNoClassNamesIsLeftOut() throws IOException {
    assertStays("none", options(classes("return String.format(\"100%% of %,d tests\", 1);")));
  }

  @Test
  void whatAClassNamesStays() throws IOException {
    assertStays(LOGGING, options(classes("return java.util.logging.Logger.getLogger(\"app\");")));
  }

  @Test
  void virtualThreadsStay() throws IOException {
    assertStays(
        CONTINUATIONS,
        options(
            classes("return java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();")));
  }

  @Test
  void datesInFormatStringsStay() throws IOException {
    assertStays(FORMATTED_DATES, options(classes("return \"on %1$tY-%1$tm\";")));
    assertStays(FORMATTED_DATES, options(classes("return \"%s %-10tB\";")));
  }

  @Test
  void datesInFormatStringsOfAResourceStay() throws IOException {
    Path classes = classes("return null;");
    Files.writeString(classes.resolve("messages.properties"), "since=since %tF\n");
    assertStays(FORMATTED_DATES, options(classes));
  }

  @Test
  void datesOfTheLogStay() throws IOException {
    Path classes = classes("return null;");
    Files.writeString(
        classes.resolve("simplelogger.properties"),
        "org.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss\n");
    assertStays(LOG_DATES, options(classes));
  }

  @Test
  void languagesThatTheUserIncludesStay() throws IOException {
    assertStays(LOCALES, options(classes("return null;"), "-O2", "-H:IncludeLocales=de"));
    assertStays(LOCALES, options(classes("return null;"), "-H:+IncludeAllLocales"));
  }

  @Test
  void theChoiceOfVectorsOfAnotherProcessorStays() throws IOException {
    assertStays(CPU_FEATURES, options(classes("return null;"), "-march=compatibility"));
    assertStays(
        CPU_FEATURES, options(classes("return null;"), "-H:RuntimeCheckedCPUFeatures=AVX512F"));
  }
}
