package dev.whippet.bench.simd;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// One jar of everything, as functions are deployed: a function's own first class has opened it.
final class FunctionJar {
  private FunctionJar() {}

  /// Writes the jar.
  ///
  /// @param jar where to
  /// @param members of what is to be in it, a class each: all of its jar or folder
  static void write(Path jar, Class<?>... members) throws IOException, URISyntaxException {
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem to = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
      for (Class<?> member : members) {
        Path from = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(from)) {
          copy(from, to.getPath("/"));
        } else {
          try (FileSystem source = FileSystems.newFileSystem(from)) {
            copy(source.getPath("/"), to.getPath("/"));
          }
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = from.relativize(file).toString();
        if (name.startsWith("dev/whippet") && name.endsWith(".class")) {
          Path copy = to.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }
}
