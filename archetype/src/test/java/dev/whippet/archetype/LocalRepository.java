package dev.whippet.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A local repository of Maven: the user's by links, with this build's modules in the place of the
/// folder `dev/whippet`. So nothing of this build gets into the user's.
///
/// @param folder where it is
record LocalRepository(Path folder) {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String GROUP = "dev/whippet";

  /// The modules that a generated project needs, and the archetype itself.
  private static final List<String> MODULES =
      List.of(
          "core",
          "processor",
          "simd",
          "testing",
          "maven-plugin/image",
          "maven-plugin",
          "archetype");

  /// Makes one in a folder that is not there yet.
  ///
  /// @param users the user's
  /// @param version this build's
  static LocalRepository create(Path folder, Path users, String version) throws IOException {
    Path group = folder.resolve(GROUP);
    Files.createDirectories(group);
    link(users, folder);
    link(users.resolve("dev"), folder.resolve("dev"));
    install(group, "whippet-parent", version, ROOT.resolve("pom.xml"), null);
    for (String module : MODULES) {
      Path sources = ROOT.resolve(module);
      String name = "whippet-" + sources.getFileName();
      Path jar = sources.resolve("target").resolve(name + "-" + version + ".jar");
      install(group, name, version, sources.resolve("pom.xml"), jar);
    }
    // as `mvn install` of an archetype writes it
    Files.writeString(
        folder.resolve("archetype-catalog.xml"),
        """
        <archetype-catalog>
          <archetypes>
            <archetype>
              <groupId>dev.whippet</groupId>
              <artifactId>whippet-archetype</artifactId>
              <version>%s</version>
            </archetype>
          </archetypes>
        </archetype-catalog>
        """
            .formatted(version));
    return new LocalRepository(folder);
  }

  /// Links to all children that the other folder does not have itself.
  private static void link(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        Path link = to.resolve(child.getFileName());
        if (Files.isDirectory(child) && !Files.exists(link)) {
          Files.createSymbolicLink(link, child);
        }
      }
    }
  }

  private static void install(Path group, String name, String version, Path pom, Path jar)
      throws IOException {
    Path place = Files.createDirectories(group.resolve(name).resolve(version));
    Files.copy(pom, place.resolve(name + "-" + version + ".pom"));
    if (jar != null) {
      Files.copy(jar, place.resolve(name + "-" + version + ".jar"));
    }
  }
}
