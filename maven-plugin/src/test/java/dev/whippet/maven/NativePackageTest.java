package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void librariesStayBesideTheImageAndReportsDoNot(@TempDir Path folder) throws IOException {
    Path function = Files.createDirectories(folder.resolve("function/sources/p")).getParent();
    Path bootstrap = Files.createFile(function.resolveSibling("bootstrap"));
    Files.createFile(bootstrap.resolveSibling("libawt.so"));
    Files.createFile(bootstrap.resolveSibling("bootstrap.debug"));
    Path reports = Files.createDirectory(folder.resolve("reports"));

    NativePackage.setReportsAside(bootstrap, reports);

    assertEquals(Set.of("bootstrap", "libawt.so"), names(bootstrap.getParent()));
    assertEquals(Set.of("bootstrap.debug", "sources"), names(reports));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void theUsersWordCounts() {
    assertEquals("-Dwhippet.reflection=true", nativePackage.reflection(true, List.of()));
    assertEquals("-Dwhippet.reflection=false", nativePackage.reflection(false, List.of("a.B")));
    assertEquals(List.of(), lines);
  }
}
