package dev.whippet.maven;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.lang.model.SourceVersion;

/// One entry of the function's run-time path, read into memory as the JVM that runs it would see
/// it: of a multi-release jar the newest version of each file.
///
/// @param path the jar or folder
/// @param files its files by their names, which have slashes
/// @param module its module descriptor, if it has one
record PathEntry(Path path, SortedMap<String, byte[]> files, Optional<ModuleInfo> module) {
  static final String DESCRIPTOR = "module-info.class";

  /// Reads a jar or a folder.
  ///
  /// @param feature the release that runs it, 25 for example
  static PathEntry read(Path path, int feature) {
    try {
      SortedMap<String, byte[]> files = Files.isDirectory(path) ? folder(path) : jar(path, feature);
      return new PathEntry(
          path, files, Optional.ofNullable(files.get(DESCRIPTOR)).map(ModuleInfo::parse));
    } catch (ZipException e) {
      throw new PackagingException(
          "%s is no jar (%s): delete it, so that Maven downloads or builds it anew"
              .formatted(path, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /// Its classes by their files' names, without those in `META-INF`, which a class path does not
  /// show.
  ///
  /// @throws PackagingException if one cannot be read
  SortedMap<String, ClassFile> classes() {
    SortedMap<String, ClassFile> classes = new TreeMap<>();
    files.forEach((name, bytes) -> {
      if (name.endsWith(".class")
          && !name.endsWith("-info.class")
          && !name.startsWith("META-INF/")) {
        ClassFile parsed =
            ClassFile.parse(bytes)
                .orElseThrow(() ->
                    new PackagingException(
                        """
                        %s in %s is no class file, or one of a newer Java than this plugin knows: \
                        build it anew with mvn clean, for an older release (maven.compiler.release)\
                        """
                            .formatted(name, path)));
        classes.put(name, parsed);
      }
    });
    return classes;
  }

  /// Its packages as the JVM counts them: each folder of classes or other files whose name can be a
  /// package's.
  SortedSet<String> packages() {
    SortedSet<String> packages = new TreeSet<>();
    for (String file : files.keySet()) {
      int slash = file.lastIndexOf('/');
      String name = ModuleInfo.dotted(file.substring(0, Math.max(slash, 0)));
      if (SourceVersion.isName(name)) {
        packages.add(name);
      }
    }
    return packages;
  }

  /// The name of the automatic module that it would be on a module path.
  ///
  /// @see java.lang.module.ModuleFinder#of
  String automaticName() {
    byte[] manifest = files.getOrDefault("META-INF/MANIFEST.MF", new byte[0]);
    try {
      String name =
          new Manifest(new ByteArrayInputStream(manifest))
              .getMainAttributes()
              .getValue("Automatic-Module-Name");
      return name != null ? name : fromFileName();
    } catch (IOException e) {
      return fromFileName();
    }
  }

  private String fromFileName() {
    return path.getFileName()
        .toString()
        .replaceFirst("\\.jar$", "")
        .replaceFirst("-\\d+(\\..*|$)", "")
        .replaceAll("[^A-Za-z0-9]+", ".")
        .replaceAll("^\\.|\\.$", "");
  }

  private static SortedMap<String, byte[]> folder(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> jar(Path path, int feature) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (JarFile jar =
        new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.Version.parse("" + feature))) {
      // versionedStream names each file once, without its META-INF/versions/ prefix
      for (var entry : (Iterable<JarEntry>) jar.versionedStream()::iterator) {
        if (!entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }
}
