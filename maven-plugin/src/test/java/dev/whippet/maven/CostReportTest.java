package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostReportTest {
  @TempDir Path folder;

  private CostReport report(String summary) throws IOException {
    Path file = folder.resolve("measured.json");
    Files.writeString(file, "{\"summary\":{" + summary + "}}");
    StartupReport measured = StartupReport.read(file, new Sizes(new TreeMap<>(Map.of()), 0, 0));
    return CostReport.of(measured, PriceTable.bundled(), 1024);
  }

  /// At 1 GB a million milliseconds are 1,000 GB-seconds: $0.0133334 on arm64. Init and the first
  /// invocation are added before they are rounded up: 50.6 and 1.3 ms are billed as 52.
  @Test
  void initIsBilledWithTheFirstInvocation() throws IOException {
    assertEquals(
        """
        cost per million requests          arm64     x86_64
        all warm, billed 1 ms            $0.2133    $0.2167
        all cold, billed 52 ms           $0.8933    $1.0667
        1%% cold                          $0.2201    $0.2252
        at 1024 MB; us-east-1, prices of %s, requests $0.20 included; times as here
        """
            .formatted(PriceTable.bundled().date()),
        report(
                "\"initMs\":{\"median\":50.6},\"firstMs\":{\"median\":1.3},"
                    + "\"warmMedianMs\":{\"median\":0.2}")
            .table());
  }

  @Test
  void withoutWarmInvocationsItSaysWhatAColdOneCosts() throws IOException {
    assertEquals(
        """
        cost per million requests          arm64     x86_64
        all cold, billed 52 ms           $0.8933    $1.0667
        at 1024 MB; us-east-1, prices of %s, requests $0.20 included; times as here
        """
            .formatted(PriceTable.bundled().date()),
        report("\"initMs\":{\"median\":50.6},\"firstMs\":{\"median\":1.3}").table());
  }

  @Test
  void whereNothingWasMeasuredThereIsNothingToPayFor() throws IOException {
    assertEquals("", report("\"peakMemoryKib\":{\"median\":1}").table());
  }
}
