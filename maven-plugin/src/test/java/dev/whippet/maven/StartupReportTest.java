package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

class StartupReportTest {
  @TempDir Path folder;
  private StartupReport report;

  @BeforeEach
  void read() throws IOException {
    Path file = folder.resolve("measured.json");
    Files.writeString(
        file,
        """
        {"starts":[{"initMs":50.0},{"initMs":52.0},{"initMs":60.0}],
         "summary":{"initMs":{"min":50.0,"median":52.0},
                    "peakMemoryKib":{"min":38912.0,"median":40960.0}}}
        """);
    Sizes sizes = new Sizes(new TreeMap<>(), 70L << 20, 24L << 20);
    report = StartupReport.read(file, sizes);
  }

  @Test
  void theTableHasWhatWasMeasured() {
    assertEquals(
        """
        of 3 starts               min     median
        init                    50.00      52.00 ms
        RSS                     38.00      40.00 MB
        unpacked                         70.0 MB
        zip                              24.0 MB
        """,
        report.table());
  }

  @Test
  void theJsonKeepsTheFiguresAndAddsTheSizes() throws IOException {
    Path file = folder.resolve("target/report.json");

    report.write(file);

    Map<String, Object> written = JSON.std.mapFrom(Files.readAllBytes(file));
    assertEquals(report.measured().get("summary"), written.get("summary"));
    assertEquals(Map.of("zipBytes", 24 << 20, "unpackedBytes", 70 << 20), written.get("package"));
  }

  @Test
  void withinItsLimitsItPasses() {
    assertDoesNotThrow(() -> new Limits(52, 0, 40, 24).check(report));
    assertDoesNotThrow(() -> new Limits(0, 0, 0, 0).check(report));
  }

  @Test
  void everyExcessIsNamed() {
    PackagingException e =
        assertThrows(PackagingException.class, () -> new Limits(51.5, 0, 36, 20).check(report));

    assertEquals(
        "the package exceeds what the pom allows: maxInit is 51.5 ms, but it takes 52.0; maxRss is"
            + " 36.0 MB, but it takes 40.0; maxZip is 20.0 MB, but it takes 24.0",
        e.getMessage());
  }

  @Test
  void whereNothingCanBeStartedTheZipIsChecked() {
    Sizes sizes = report.sizes();
    assertDoesNotThrow(() -> new Limits(1, 1, 1, 24).checkZip(sizes));
    assertThrows(PackagingException.class, () -> new Limits(1, 1, 1, 23).checkZip(sizes));
  }

  @Test
  void aLimitOnWhatWasNotMeasuredIsAnError() {
    PackagingException e =
        assertThrows(PackagingException.class, () -> new Limits(0, 5, 0, 0).check(report));

    assertEquals("maxFirst is set, but this was not measured here", e.getMessage());
  }
}
