package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Events that lie in the project's folder `events`.
final class EventFile {
  private EventFile() {}

  /// The files whose names end in `.json`, in alphabetical order; none if there is no such folder.
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  /// An event's bytes.
  ///
  /// @throws PackagingException if there is no such file, or it is not JSON
  static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new PackagingException(
          """
          there is no event file %s: write one, or take a sample with \
          'mvn whippet:events -Dexample=sqs'\
          """
              .formatted(file));
    }
    return JsonText.check("the event file " + file, Files.readAllBytes(file));
  }
}
