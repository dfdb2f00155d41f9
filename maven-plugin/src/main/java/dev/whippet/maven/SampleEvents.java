package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The sample events that whippet-testing brings along, read out of its jar since its classes are
/// of a newer Java than Maven may run on.
///
/// @param events each event's bytes by its name
record SampleEvents(SortedMap<String, byte[]> events) {
  private static final String FOLDER = "dev/whippet/testing/events";

  /// Reads them.
  ///
  /// @param classPath whippet-testing, among others: jars or folders
  static SampleEvents in(List<Path> classPath) throws IOException {
    for (Path entry : classPath) {
      SortedMap<String, byte[]> events = new TreeMap<>();
      if (Files.isDirectory(entry)) {
        collect(entry.resolve(FOLDER), events);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
          collect(jar.getPath(FOLDER), events);
        }
      }
      if (!events.isEmpty()) {
        return new SampleEvents(events);
      }
    }
    throw new PackagingException(
        "whippet-testing, with its sample events, is not among the plugin's dependencies: do not"
            + " exclude it");
  }

  private static void collect(Path folder, SortedMap<String, byte[]> events) throws IOException {
    for (Path file : EventFile.in(folder)) {
      String name = file.getFileName().toString();
      events.put(name.substring(0, name.length() - ".json".length()), Files.readAllBytes(file));
    }
  }

  /// An event.
  ///
  /// @throws PackagingException if there is none of this name
  byte[] read(String name) {
    byte[] event = events.get(name);
    if (event == null) {
      throw new PackagingException(
          "there is no sample event '%s': expected one of %s"
              .formatted(name, String.join(", ", events.keySet())));
    }
    return event;
  }
}
