package dev.whippet.maven;

import static dev.whippet.maven.SampleClasses.entry;
import static dev.whippet.maven.SampleClasses.module;
import static dev.whippet.maven.SampleClasses.plain;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModulePathTest {
  private static final Set<String> SYSTEM = Set.of("java.base", "java.sql");

  private static ModuleInfo info(String name, String... requires) {
    return new ModuleInfo(
        name,
        new TreeSet<>(),
        new TreeSet<>(Set.of(requires)),
        new TreeSet<>(Set.of("some.optional")),
        new TreeSet<>(),
        new TreeMap<>());
  }

  @Test
  void explicitModulesStayAndTheRestIsMerged() {
    PathEntry project = entry("classes", Map.of("p/A.class", plain("p.A")));
    PathEntry explicit = module("m.jar", info("m", "java.sql"), Map.of("m/M.class", plain("m.M")));

    ModulePath path = ModulePath.of(List.of(project, explicit), SYSTEM);

    assertEquals(List.of(explicit), path.explicit());
    assertEquals(List.of(project), path.merged());
    assertEquals(List.of(), path.notes());
  }

  @Test
  void aModuleThatNeedsAnAutomaticOneIsMergedAndSoAreThoseThatNeedIt() {
    PathEntry project = module("classes", info("project", "lib"), Map.of());
    PathEntry lib = module("lib.jar", info("lib", "some.automatic"), Map.of());
    PathEntry automatic = entry("automatic.jar", Map.of());

    ModulePath path = ModulePath.of(List.of(project, lib, automatic), SYSTEM);

    assertEquals(List.of(), path.explicit());
    assertEquals(List.of(project, lib, automatic), path.merged());
    assertEquals(
        List.of(
            "module lib becomes part of module whippet.app: it requires some.automatic, which is"
                + " not an explicit module",
            "module project becomes part of module whippet.app: it requires lib, which is not an"
                + " explicit module"),
        path.notes());
  }

  @Test
  void aModuleThatSharesAPackageIsMerged() {
    PathEntry project = entry("classes", Map.of("p/A.class", plain("p.A")));
    PathEntry split = module("split.jar", info("split"), Map.of("p/B.class", plain("p.B")));

    ModulePath path = ModulePath.of(List.of(project, split), SYSTEM);

    assertEquals(List.of(project, split), path.merged());
    assertEquals(
        List.of("module split becomes part of module whippet.app: package p is also in classes"),
        path.notes());
  }

  @Test
  void aModuleThatCanUseAnAutomaticOneIsMergedIfThatIsThere() {
    PathEntry user = module("user.jar", info("user"), Map.of());
    PathEntry byName = entry("some-optional-1.2.jar", Map.of());
    byte[] manifest = SampleClasses.text("Automatic-Module-Name: some.optional\n");
    PathEntry byManifest = entry("x.jar", Map.of("META-INF/MANIFEST.MF", manifest));

    assertEquals(List.of(user), ModulePath.of(List.of(user), SYSTEM).explicit());
    assertEquals(List.of(), ModulePath.of(List.of(user, byName), SYSTEM).explicit());
    assertEquals(
        List.of(
            "module user becomes part of module whippet.app: it uses some.optional, which is not"
                + " an explicit module"),
        ModulePath.of(List.of(user, byManifest), SYSTEM).notes());
  }
}
