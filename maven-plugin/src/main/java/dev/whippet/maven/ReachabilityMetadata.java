package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Tells native-image which members of the handler's types are used by reflection, that is to read
/// events and write results. The types are found by reflection too, in a JVM with the function's
/// class path.
///
/// @param jdk runs it
/// @param testing whippet-testing, which has the program
/// @param work a folder for what it prints
record ReachabilityMetadata(Jdk jdk, List<Path> testing, Path work) {
  private static final String MAIN_CLASS = "dev.whippet.testing.NativeMetadata";
  private static final String FILE =
      "META-INF/native-image/whippet.app/function/reachability-metadata.json";
  private static final String UNBOUND = "unbound ";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// Writes the metadata of a function.
  ///
  /// @param function its main class or handler
  /// @param folder an entry of the image's class path
  /// @return the handlers and types whose JSON needs reflection, by name; none if whippet-processor
  ///   has bound all of them
  List<String> write(PathEntry project, String function, List<Path> classPath, Path folder)
      throws IOException {
    SortedSet<String> roots = new TreeSet<>();
    project
        .classes()
        .forEach((file, type) -> {
          if (type.isHandler()) {
            roots.add(type.name());
          }
          roots.addAll(LambdaTypes.of(project.files().get(file)));
        });
    List<Path> path = new ArrayList<>(classPath);
    path.addAll(testing);
    Path target = folder.resolve(FILE);
    Files.createDirectories(target.getParent());
    List<String> words =
        new ArrayList<>(
            List.of(
                jdk.tool("java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                MAIN_CLASS,
                target.toString(),
                function));
    words.addAll(roots);
    return Command.of(words, work.resolve("metadata.log"))
        .mustSucceed(PATIENCE)
        .lines()
        .filter(line -> line.startsWith(UNBOUND))
        .map(line -> line.substring(UNBOUND.length()))
        .toList();
  }
}
