package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExportedPackagesTest {
  @Test
  void thoseOfTheJdkAndOfModulesButNoneThatOnlyFriendsSee() {
    Jdk jdk = Jdk.of(Path.of(System.getProperty("java.home")));
    PathEntry core = PathEntry.read(SampleProject.jarOf("dev.whippet.Handler"), jdk.feature());

    Map<String, String> packages =
        ExportedPackages.of(jdk, new TreeSet<>(Set.of("java.base", "java.sql")), List.of(core));

    assertEquals("java.sql", packages.get("java.sql"));
    assertEquals("java.base", packages.get("java.util.function"));
    assertEquals("dev.whippet.core", packages.get("dev.whippet"));
    assertNull(packages.get("java.util.logging"), "of a module that was not asked for");
    assertNull(packages.get("jdk.internal.misc"), "for friends");
    assertNull(packages.get("dev.whippet.internal.json"), "not exported");
  }
}
