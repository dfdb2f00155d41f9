package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedCodeTest {
  @TempDir Path folder;

  private List<String> options(String body) throws IOException {
    Path classes =
        new SampleProject(folder.resolve("project"))
            .source("app/Sample.java", "package app; class Sample { Object of() { " + body + " } }")
            .compile("-cp", List.of())
            .classes();
    return UnusedCode.options(List.of(PathEntry.read(classes, 25)));
  }

  @Test
  void whatNoClassNamesIsLeftOut() throws IOException {
    assertEquals(
        List.of("-H:-EnableLoggingFeature", "-H:-VMContinuations"), options("return null;"));
  }

  @Test
  void whatAClassNamesStays() throws IOException {
    assertEquals(
        List.of("-H:-VMContinuations"),
        options("return java.util.logging.Logger.getLogger(\"app\");"));
  }

  @Test
  void virtualThreadsStay() throws IOException {
    assertEquals(
        List.of("-H:-EnableLoggingFeature"),
        options("return java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();"));
  }
}
