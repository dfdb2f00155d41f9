package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The JDKs in the usual places of a machine.
///
/// @param running the one Maven runs on
/// @param candidates folders that may be JDKs
record InstalledJdks(Path running, List<Path> candidates) {
  static InstalledJdks of(Properties properties, Map<String, String> environment) {
    List<Path> candidates = new ArrayList<>();
    environment.forEach((name, value) -> {
      if (name.matches("JAVA_HOME|JDK\\d+_HOME|GRAALVM_HOME")) {
        candidates.add(Path.of(value));
      }
    });
    String user = properties.getProperty("user.home");
    for (Path parent :
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt/java"),
            Path.of(user, ".sdkman/candidates/java"),
            Path.of(user, ".jdks"))) {
      candidates.addAll(children(parent));
    }
    return new InstalledJdks(Path.of(properties.getProperty("java.home")), candidates);
  }

  /// The newest that a package can be made with, or the running one if there is none: what is wrong
  /// with that is then said by [Jdk#of].
  Path newest() {
    return Stream.concat(Stream.of(running), candidates.stream())
        .flatMap(home -> fit(home).stream())
        .max(Comparator.comparingInt(Jdk::feature))
        .map(Jdk::home)
        .orElse(running);
  }

  private static Optional<Jdk> fit(Path home) {
    try {
      return Optional.of(Jdk.of(home));
    } catch (PackagingException e) {
      return Optional.empty(); // not a JDK, too old, or of another system
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
