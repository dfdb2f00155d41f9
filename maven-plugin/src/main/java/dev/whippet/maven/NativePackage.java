package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the package of type `native`: one executable, `bootstrap`.
///
/// @param jdk reads the handler's types
/// @param builder builds the image
/// @param platform where it is to run
/// @param work a folder of its own
/// @param progress is told what happens
record NativePackage(
    Jdk jdk, NativeImage builder, TargetPlatform platform, Path work, Progress progress) {
  /// What goes into a package.
  ///
  /// @param classPath the project's classes, then its run-time dependencies
  /// @param testing whippet-testing and what it needs
  /// @param substitutions whippet-image
  /// @param mainClass the class to start; null to find it
  /// @param reflection whether events and results may be read and written by reflection; null to
  ///   find out whether they need to
  /// @param trim whether to leave out what the function does not name
  /// @param buildArgs further options for the builder, which come last and so win
  /// @param timeout how long the build may take
  record Contents(
      List<Path> classPath,
      List<Path> testing,
      List<Path> substitutions,
      String mainClass,
      Boolean reflection,
      boolean trim,
      List<String> buildArgs,
      Duration timeout) {}

  /// Makes the package.
  ///
  /// @param zip the file to write
  /// @return the unpacked `bootstrap`, taken out of the zip again
  Path make(Contents contents, Path zip) throws IOException {
    PathEntry project = PathEntry.read(contents.classPath.get(0), jdk.feature());
    String function = MainClass.find(project, contents.mainClass);
    Path generated = Folder.empty(work.resolve("generated"));
    String mainClass = Launcher.mainClass(project, function, generated);
    List<String> unbound =
        new ReachabilityMetadata(jdk, contents.testing, work)
            .write(project, function, contents.classPath, generated);

    Path folder = Folder.empty(work.resolve("function"));
    Path bootstrap = folder.resolve(JvmPackage.BOOTSTRAP);
    build(contents, generated, reflection(contents.reflection, unbound), mainClass, bootstrap);
    platform.checkImage(bootstrap);

    ZipArchive.write(folder, zip);
    Path unpacked = Folder.empty(work.resolve("unpacked"));
    ZipArchive.extract(zip, unpacked);
    Path extracted = unpacked.resolve(JvmPackage.BOOTSTRAP);
    if (!Files.isExecutable(extracted)) {
      throw new PackagingException(
          """
          %s has no executable 'bootstrap' at its root: expected mode 0755; build on a file system \
          with Unix permissions\
          """
              .formatted(zip));
    }
    return extracted;
  }

  /// The option by which core's code for reflection is kept, or left out.
  ///
  /// @param wanted null for what the types need
  /// @param unbound what needs it
  String reflection(Boolean wanted, List<String> unbound) {
    boolean kept = wanted != null ? wanted : !unbound.isEmpty();
    if (kept && !unbound.isEmpty()) {
      progress.line(
          "the image has code for JSON by reflection, since whippet-processor has not bound %s (docs/json.md#without-reflection)"
              .formatted(String.join(", ", unbound)));
    }
    return "-Dwhippet.reflection=" + kept;
  }

  private void build(
      Contents contents, Path generated, String reflection, String mainClass, Path bootstrap)
      throws IOException {
    List<Path> classPath = new ArrayList<>(contents.classPath);
    classPath.add(generated);
    List<PathEntry> entries =
        contents.classPath.stream().map(path -> PathEntry.read(path, jdk.feature())).toList();
    List<String> arguments = new ArrayList<>(builder.options(platform.architecture()));
    arguments.add(reflection);
    if (contents.trim) {
      arguments.add(NativeImage.UNLOCK);
      arguments.addAll(UnusedCode.options(entries, contents.buildArgs));
      arguments.add(NativeImage.LOCK);
    }
    if (contents.trim && builder.isKnown()) {
      classPath.addAll(contents.substitutions);
    } else if (contents.trim) {
      progress.line(
          "the image is larger than it need be: whippet-image is for GraalVM 25, which %s is not"
              .formatted(builder.home()));
    }
    arguments.addAll(contents.buildArgs);
    arguments.addAll(List.of("-cp", path(classPath), "-o", bootstrap.toString(), mainClass));
    Path image = work.resolve("native-image.log");
    String step =
        "building the native image for %s, %s: takes minutes and some 4 GB of memory; it prints to %s"
            .formatted(
                platform.architecture(),
                builder.canLinkMusl(platform.architecture())
                    ? "static with musl"
                    : "dynamic with glibc",
                image);
    progress.during(
        step,
        () -> NativeImage.stage(image),
        () -> builder.build(arguments, image, contents.timeout));
    setReportsAside(bootstrap, Folder.empty(work.resolve("reports")));
  }

  /// Beside the image the builder leaves libraries of the JDK, which the image loads, and its
  /// reports, debug information and sources, which are not for Lambda.
  static void setReportsAside(Path bootstrap, Path reports) throws IOException {
    try (Stream<Path> files = Files.list(bootstrap.getParent())) {
      for (Path file : files.toList()) {
        if (!file.equals(bootstrap) && !file.toString().endsWith(".so")) {
          Files.move(file, reports.resolve(file.getFileName()));
        }
      }
    }
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
