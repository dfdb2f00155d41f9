package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Runs in every fork: a fork without the means for vectors names what is missing.
class TierTest {
  private static final String MISSING = System.getProperty("whippet.test.tier");

  @Test
  void withoutWarmUpEverythingIsScalar() throws Exception {
    List<String> lines =
        TierReport.inFork(List.of(), List.of("--add-modules", "jdk.incubator.vector"));
    assertTrue(lines.getLast().startsWith("scalar 0 0 nothing is warmed up"), lines.toString());
  }

  @Test
  void warmUpMovesWhatIsAskedForOrSaysWhatIsMissing() {
    if (MISSING != null) {
      Set<Operation> moved = SimdOps.warmUp(EnumSet.allOf(Operation.class), Duration.ofSeconds(60));
      assertEquals(Set.of(), moved);
      assertEquals("scalar", SimdOps.tier().name());
      assertEquals(0, SimdOps.tier().vectorBits());
      assertTrue(SimdOps.tier().reason().contains(MISSING), SimdOps.tier().reason());
    } else {
      Set<Operation> asked = EnumSet.of(Operation.DOT);
      assertEquals(asked, SimdOps.warmUp(asked, Duration.ofSeconds(60)));
      assertTrue(SimdOps.tier().vectorised().contains(Operation.DOT));
      assertFalse(SimdOps.tier().vectorised().contains(Operation.GEMM));
      assertEquals("mixed", SimdOps.tier().name());
      assertTrue(SimdOps.tier().vectorBits() >= 128);
      assertTrue(SimdOps.tier().reason().contains("proven"), SimdOps.tier().reason());
    }
  }

  @Test
  void anUnknownModeIsRefusedByName() throws Exception {
    List<String> lines = TierReport.inFork(List.of(), List.of("-Dwhippet.simd=fast"));
    assertTrue(
        lines.stream().anyMatch(l -> l.contains("whippet.simd is fast: expected auto, scalar")),
        lines.toString());
  }

  @Test
  void aForcedVectorTierServesFromTheFirstCall() throws Exception {
    List<String> lines =
        TierReport.inFork(
            List.of(), List.of("--add-modules", "jdk.incubator.vector", "-Dwhippet.simd=vector"));
    assertTrue(
        lines.getLast().matches("vector \\d+ 22 forced by whippet.simd=vector"), lines.toString());
  }

  @Test
  void aForcedVectorTierWithoutTheModuleNamesTheRemedy() throws Exception {
    List<String> lines = TierReport.inFork(List.of(), List.of("-Dwhippet.simd=vector"));
    assertTrue(
        lines.stream().anyMatch(l -> l.contains("--add-modules jdk.incubator.vector")),
        lines.toString());
  }

  @Test
  void aForcedScalarTierIsNotWarmedUp() throws Exception {
    List<String> lines =
        TierReport.inFork(
            List.of("warm"),
            List.of("--add-modules", "jdk.incubator.vector", "-Dwhippet.simd=scalar"));
    assertTrue(
        lines.getLast().startsWith("scalar 0 0 forced by whippet.simd=scalar"), lines.toString());
  }

  @Test
  void theScalarTierLoadsNoClassOfTheVectorApi() throws Exception {
    List<String> scalar =
        TierReport.inFork(
            List.of("work"), List.of("--add-modules", "jdk.incubator.vector", "-Xlog:class+load"));
    assertTrue(scalar.stream().anyMatch(l -> l.contains("dev.whippet.simd.SimdOps")));
    assertEquals(
        List.of(), scalar.stream().filter(l -> l.contains("load] jdk.incubator")).toList());

    List<String> vector =
        TierReport.inFork(
            List.of("work"),
            List.of(
                "--add-modules",
                "jdk.incubator.vector",
                "-Xlog:class+load",
                "-Dwhippet.simd=vector"));
    assertTrue(vector.stream().anyMatch(l -> l.contains("jdk.incubator.vector.FloatVector")));
  }
}
