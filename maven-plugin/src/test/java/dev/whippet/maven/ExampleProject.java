package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A copy of an example, for Maven to be run on. Its local repository is the user's by links, with
/// this build's modules in the place of their installed versions; nothing is written to the user's.
record ExampleProject(Path folder, Path repository) {
  private static final Path ROOT = Path.of(property("it.root"));
  private static final Path MAVEN = Path.of(property("it.maven"), "bin", "mvn");
  private static final String VERSION = property("it.version");

  private static final int MINUTES = 5;

  static ExampleProject copyOf(String example, Path folder) throws IOException {
    Path repository = Folder.empty(ROOT.resolve("maven-plugin/target/it-repository"));
    link(Path.of(property("it.repository")), repository, "dev", "whippet");
    install(repository, "whippet-parent", ROOT.resolve("pom.xml"), null);
    for (String module :
        List.of("core", "processor", "testing", "maven-plugin/image", "maven-plugin")) {
      Path sources = ROOT.resolve(module);
      String name = "whippet-" + sources.getFileName();
      Path jar = sources.resolve("target").resolve(name + "-" + VERSION + ".jar");
      install(repository, name, sources.resolve("pom.xml"), jar);
    }
    Path copy = folder.resolve("project");
    copy(ROOT.resolve(example), copy);
    Path pom = copy.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replaceFirst("<relativePath>[^<]*</relativePath>", "<relativePath/>"));
    return new ExampleProject(copy, repository);
  }

  /// What a run of Maven came to.
  ///
  /// @param text its standard output, without colours: some distributions' scripts reset them
  ///   always
  record Outcome(int status, String text) {}

  /// Runs Maven on it, to the end.
  Outcome run(String... arguments) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder.getParent(), "maven", ".log");
    Path warnings = Files.createTempFile(folder.getParent(), "maven", ".err");
    Process process =
        builder(arguments).redirectOutput(log.toFile()).redirectError(warnings.toFile()).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("Maven still runs: " + Files.readString(log));
    }
    String text = Files.readString(log).replaceAll("\u001b\\[[0-9;]*m", "");
    return new Outcome(process.exitValue(), text);
  }

  /// Starts Maven on it; standard output and error go to the file.
  Process start(Path log, String... arguments) throws IOException {
    return builder(arguments).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(MAVEN.toString());
    words.addAll(List.of("-o", "-B", "-Dmaven.repo.local=" + repository));
    words.addAll(List.of("-Dspotless.check.skip", "-Denforcer.skip"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    builder.environment().remove("GRAALVM_HOME");
    builder.environment().put("LC_ALL", "C"); // as in containers, which set no locale
    return builder;
  }

  /// All children as links, but the folders of the path as folders of their own.
  private static void link(Path from, Path to, String... path) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    Set<String> own = path.length == 0 ? Set.of() : Set.of(path[0]);
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        String name = child.getFileName().toString();
        if (!own.contains(name)) {
          Files.createSymbolicLink(to.resolve(name), child);
        }
      }
    }
    if (path.length > 1) {
      String[] rest = Arrays.copyOfRange(path, 1, path.length);
      link(from.resolve(path[0]), to.resolve(path[0]), rest);
    }
  }

  private static void install(Path repository, String name, Path pom, Path jar) throws IOException {
    Path place = repository.resolve("dev/whippet").resolve(name).resolve(VERSION);
    Files.createDirectories(place);
    Files.copy(pom, place.resolve(name + "-" + VERSION + ".pom"));
    if (jar != null) {
      Files.copy(jar, place.resolve(name + "-" + VERSION + ".jar"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
        Path relative = from.relativize(file);
        if (!relative.startsWith("target")) {
          Path target = to.resolve(relative);
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new AssertionError(name + " is not set: run this test with mvn verify");
    }
    return value;
  }
}
