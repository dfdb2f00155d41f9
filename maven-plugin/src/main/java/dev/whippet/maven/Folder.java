package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders for intermediate files.
final class Folder {
  private Folder() {}

  /// Makes a folder, or empties it.
  static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
