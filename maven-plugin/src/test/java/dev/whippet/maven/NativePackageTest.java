package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativePackageTest {
  private final List<String> lines = new ArrayList<>();
  private final NativePackage nativePackage =
      new NativePackage(null, null, null, null, new Progress(lines::add, null));

  @Test
  void reflectionIsLeftOutWhereAllIsBound() {
    assertEquals("-Dwhippet.reflection=false", nativePackage.reflection(null, List.of()));
    assertEquals(List.of(), lines);
  }

  @Test
  void reflectionIsKeptForWhatIsNotBoundAndTheUserIsTold() {
    assertEquals(
        "-Dwhippet.reflection=true", nativePackage.reflection(null, List.of("a.B", "a.C")));
    assertTrue(lines.get(0).contains("has not bound a.B, a.C (docs/json.md"), lines::toString);
  }

  @Test
  void theUsersWordCounts() {
    assertEquals("-Dwhippet.reflection=true", nativePackage.reflection(true, List.of()));
    assertEquals("-Dwhippet.reflection=false", nativePackage.reflection(false, List.of("a.B")));
    assertEquals(List.of(), lines);
  }
}
