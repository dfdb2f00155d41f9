package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The lines are what JDK 25.0.3 logs.
class AotCacheTest {
  @Test
  void aCacheOfLinkedClassesIsUsed() {
    assertTrue(
        AotCache.isLinked(
            "[aot] Using AOT-linked classes: true (static archive: has aot-linked classes)"));
  }

  @Test
  void aCacheWithoutLinkedClassesIsUsedToo() {
    assertFalse(
        AotCache.isLinked(
            "[aot] Using AOT-linked classes: false (static archive: no aot-linked classes)"));
  }

  @Test
  void aRejectedCacheIsAnErrorWithTheReason() {
    String log =
        "[warning][aot] AOT cache is disabled when the --limit-modules option is specified.";

    PackagingException e =
        assertThrows(PackagingException.class, () -> AotCache.isLinked(log + "\n"));

    assertEquals(
        """
        the JVM rejects the AOT cache that it has just made, so the function would start slowly; \
        an option in <jvmOptions> that concerns modules, agents or the collector is the usual \
        cause. The JVM said:
        """
            + log,
        e.getMessage());
  }
}
