package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PackageTypeTest {
  @Test
  void jvmIsKnown() {
    assertEquals(PackageType.JVM, PackageType.of("jvm"));
  }

  @Test
  void anyOtherIsAnError() {
    PackagingException e = assertThrows(PackagingException.class, () -> PackageType.of("snapshot"));

    assertEquals("<type> (whippet.type) is 'snapshot': expected 'jvm' or 'native'", e.getMessage());
  }
}
