package dev.whippet.maven;

import static dev.whippet.maven.SampleClasses.entry;
import static dev.whippet.maven.SampleClasses.lookingUp;
import static dev.whippet.maven.SampleClasses.plain;
import static dev.whippet.maven.SampleClasses.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppModuleTest {
  private static final Set<String> NONE = Set.of();

  @Test
  void mergesSplitPackagesAndTheFirstOfEachFileCounts() {
    byte[] first = plain("p.A");
    AppModule app =
        AppModule.merge(
            List.of(
                entry("classes", Map.of("p/A.class", first, "r.txt", text("first"))),
                entry(
                    "lib.jar",
                    Map.of(
                        "p/A.class",
                        plain("p.B"),
                        "p/B.class",
                        plain("p.B"),
                        "r.txt",
                        text("x")))));

    assertArrayEquals(first, app.files().get("p/A.class"));
    assertEquals(Set.of("p"), app.packages());
    assertEquals(
        List.of(
            "p/A.class of lib.jar is hidden by an earlier one on the class path",
            "r.txt of lib.jar is hidden by an earlier one on the class path"),
        app.warnings());
  }

  @Test
  void joinsServiceFilesAndProvidesOnlyWhatIsThere() {
    AppModule app =
        AppModule.merge(
            List.of(
                entry(
                    "a.jar",
                    Map.of(
                        "META-INF/services/s.S",
                        text("p.A # the first\n\n# none\n"),
                        "p/A.class",
                        plain("p.A"))),
                entry(
                    "b.jar",
                    Map.of(
                        "META-INF/services/s.S",
                        text("p.A\nq.B\nr.Absent"),
                        "q/B.class",
                        plain("q.B")))));

    assertEquals(Map.of("s.S", List.of("p.A", "q.B")), app.providers());
    assertEquals(
        "p.A\nq.B\nr.Absent\n",
        new String(app.files().get("META-INF/services/s.S"), StandardCharsets.UTF_8));
    assertEquals(List.of(), app.warnings());
  }

  @Test
  void keepsTheLicencesOfAllButNoManifestsSignaturesOrDescriptors() {
    Map<String, byte[]> other =
        Map.of(
            "META-INF/LICENSE.txt",
            text("b"),
            "META-INF/MANIFEST.MF",
            text("x"),
            "META-INF/KEY.RSA",
            text("x"),
            "module-info.class",
            text("x"));
    AppModule app =
        AppModule.merge(
            List.of(
                entry("a.jar", Map.of("META-INF/LICENSE.txt", text("a"))), entry("b.jar", other)));

    assertEquals(
        Set.of("META-INF/LICENSE.txt", "META-INF/legal/b.jar/LICENSE.txt"), app.files().keySet());
  }

  @Test
  void leavesOutAClassInNoPackage() {
    Map<String, byte[]> library = Map.of("Main.class", plain("Main"), "p/A.class", plain("p.A"));
    AppModule app = AppModule.merge(List.of(entry("old.jar", library)));

    assertEquals(Set.of("p/A.class"), app.files().keySet());
    assertEquals(
        List.of("Main.class of old.jar is left out: a module holds no class without package"),
        app.warnings());
  }

  @Test
  void usesWhatItsClassesLookUpAndWhatOthersProvide() {
    AppModule app =
        AppModule.merge(
            List.of(entry("classes", Map.of("p/A.class", lookingUp("p.A", "s.Looked")))));

    ModuleInfo info =
        app.describe(
            new TreeSet<>(NONE), new TreeSet<>(Set.of("t.Provided")), Map.of("s", "m", "t", "n"));

    assertEquals(Set.of("s.Looked", "t.Provided"), info.uses());
    assertEquals(Set.of("m", "n"), info.requires());
  }

  @Test
  void namesNoServiceThatIsNotThereAndReadsOverWhatIsNoClass() {
    AppModule app =
        AppModule.merge(
            List.of(
                entry(
                    "classes",
                    Map.of(
                        "p/A.class",
                        lookingUp("p.A", "absent.Looked"),
                        "p/B.class",
                        text("no class"),
                        "META-INF/services/absent.Integration",
                        text("p.A"),
                        "META-INF/services/p.A",
                        text("p.A")))));

    ModuleInfo info = app.describe(new TreeSet<>(NONE), new TreeSet<>(Set.of("q.Own")), Map.of());

    assertEquals(Set.of("p.A"), info.uses());
    assertEquals(Map.of("p.A", List.of("p.A")), info.provides());
  }

  @Test
  void refusesToWriteOutsideOfItsFolder(@TempDir Path folder) throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));

    assertThrows(PackagingException.class, () -> AppModule.write(inside, "../outside", text("x")));
    assertFalse(Files.exists(folder.resolve("outside")));
  }
}
