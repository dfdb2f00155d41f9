package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SizesTest {
  private static Sizes sizes(long unpacked, long zip) {
    return new Sizes(new TreeMap<>(Map.of("libjvm", 3L << 20)), unpacked, zip);
  }

  @Test
  void whatLambdaTakesPasses() {
    assertDoesNotThrow(() -> sizes(250L << 20, 50L << 20).check());
  }

  @Test
  void aZipThatIsTooLargeIsRefused() {
    PackagingException e =
        assertThrows(PackagingException.class, () -> sizes(1, (50L << 20) + 60_000).check());

    assertEquals(
        "the zip has 50.1 MB, Lambda takes at most 50.0 MB when it is uploaded directly: drop"
            + " dependencies, or deploy it as a container image",
        e.getMessage());
  }

  @Test
  void aPackageThatIsTooLargeUnpackedIsRefused() {
    PackagingException e =
        assertThrows(PackagingException.class, () -> sizes((250L << 20) + 1, 1).check());

    assertEquals(
        "the package has 250.0 MB unpacked, Lambda takes at most 250.0 MB with all layers: drop"
            + " dependencies, or deploy it as a container image",
        e.getMessage());
  }

  @Test
  void theTableHasALineForEachPart() {
    assertEquals(
        """
        libjvm              3.0 MB
        total              20.0 MB
        zip                 5.5 MB
        """,
        sizes(20L << 20, 11L << 19).table());
  }
}
