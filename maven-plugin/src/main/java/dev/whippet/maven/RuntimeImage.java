package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Links a JVM that holds the function as modules of its own. That start is the quickest, and a
/// class path that differs from the AOT cache's, and silently runs old classes, cannot happen.
///
/// @param jdk the JDK that links
/// @param shipped the JDK that is linked: the same, or one for another platform
/// @param debugInfo whether it keeps what is for debuggers and crash logs
/// @param work a folder for intermediate files and logs
record RuntimeImage(Jdk jdk, Jdk shipped, boolean debugInfo, Path work) {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /// What a linked JVM holds that a function never opens: CDS archives (the AOT cache stands in for
  /// them), the class list they are made from, the `jrt:` file system for older JVMs, launchers of
  /// executable jars.
  private static final Set<String> UNUSED =
      Set.of("lib/classlist", "lib/jrt-fs.jar", "lib/jexec", "bin/keytool");

  /// What the commands `java` and `keytool` and policy files' reader say in other languages.
  private static final String TRANSLATIONS =
      "regex:/java[.]base/sun/(launcher|security)/.*resources/[^/]+_[^/]+[.]class";

  /// Finds out which modules of the JDK the given classes refer to.
  ///
  /// @param classes a folder of classes
  /// @param explicit the modules that stay as they are
  SortedSet<String> requiredBy(Path classes, List<PathEntry> explicit) {
    List<String> words =
        new ArrayList<>(
            List.of(
                jdk.tool("jdeps").toString(),
                "-J-XX:+UseSerialGC",
                "-J-XX:TieredStopAtLevel=1",
                "--ignore-missing-deps",
                "--print-module-deps",
                "--multi-release=" + jdk.feature()));
    if (!explicit.isEmpty()) {
      words.add("--module-path=" + join(explicit.stream().map(PathEntry::path).toList()));
    }
    words.add(classes.toString());
    String modules = Command.of(words, work.resolve("jdeps.log")).mustSucceed(TIMEOUT).strip();
    SortedSet<String> required = new TreeSet<>(Arrays.asList(modules.split(",", -1)));
    required.retainAll(shipped.modules());
    return required;
  }

  /// Links modules to an image and deletes what a function does not need.
  ///
  /// @param roots the modules to link, with all that they require
  /// @param path where the modules are that the JDK lacks
  /// @param image the folder to make
  void link(Set<String> roots, List<Path> path, Path image) {
    List<Path> modulePath = new ArrayList<>(path);
    if (!shipped.equals(jdk)) {
      modulePath.add(shipped.jmods());
    }
    List<String> words =
        List.of(
            jdk.tool("jlink").toString(),
            "-J-XX:+UseSerialGC",
            "-J-XX:TieredStopAtLevel=1",
            "--module-path=" + join(modulePath),
            "--add-modules=" + String.join(",", new TreeSet<>(roots)),
            "--exclude-resources=" + TRANSLATIONS,
            "--ignore-signing-information",
            "--no-header-files",
            "--no-man-pages",
            "--output=" + image);
    Command.of(words, work.resolve("jlink.log")).mustSucceed(TIMEOUT);
    clearOut(image);
  }

  private void clearOut(Path image) {
    try (Stream<Path> tree = Files.walk(image)) {
      for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
        String name = image.relativize(file).toString().replace('\\', '/');
        if (UNUSED.contains(name) || name.endsWith(".jsa")) {
          Files.delete(file);
        } else if (!debugInfo) {
          byte[] bytes = Files.readAllBytes(file);
          byte[] lean = withoutDebugInfo(name, bytes);
          if (lean.length < bytes.length) {
            Files.write(file, lean);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear out " + image, e);
    }
  }

  private byte[] withoutDebugInfo(String file, byte[] bytes) {
    if (file.equals("lib/modules")) {
      return ModulesFile.change(bytes, this::withoutLocalVariables);
    }
    return ElfFile.parse(bytes).isPresent() ? SymbolTable.removedFrom(bytes) : bytes;
  }

  private byte[] withoutLocalVariables(String module, String name, byte[] content) {
    boolean isOfJdk = shipped.modules().contains(module);
    boolean isClass = name.endsWith(".class") && !name.equals("module-info.class");
    return isOfJdk && isClass ? LocalVariables.removedFrom(content) : content;
  }

  private static String join(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
