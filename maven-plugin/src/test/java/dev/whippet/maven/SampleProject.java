package dev.whippet.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A small project, compiled with the JDK of the test.
record SampleProject(Path folder) {
  SampleProject source(String name, String text) throws IOException {
    write(folder.resolve("src").resolve(name), text);
    return this;
  }

  SampleProject resource(String name, String text) throws IOException {
    write(classes().resolve(name), text);
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /// Compiles it.
  ///
  /// @param pathOption `-cp` or `-p`
  SampleProject compile(String pathOption, List<Path> path) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-g", "-parameters", "-d", classes().toString()));
    if (!path.isEmpty()) {
      arguments.add(pathOption);
      arguments.add(path.stream().map(Path::toString).collect(Collectors.joining(":")));
    }
    try (Stream<Path> tree = Files.walk(folder.resolve("src"))) {
      tree.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new AssertionError("the sample in " + folder + " does not compile");
    }
    return this;
  }

  /// Its classes and resources as a multi-release jar.
  Path jar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    Path jar = folder.resolve(folder.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        Stream<Path> tree = Files.walk(classes())) {
      for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
        entries.putNextEntry(new JarEntry(classes().relativize(file).toString()));
        Files.copy(file, entries);
      }
    }
    return jar;
  }

  /// The jar that a class of this test's class path is in. The classes may be of a newer Java than
  /// these tests are compiled for, so they are named, not referred to.
  static Path jarOf(String className) {
    try {
      return Path.of(
          Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new AssertionError(className + " is not on the class path", e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
