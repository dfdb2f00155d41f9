package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.ASM9;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;

/// The packages that modules export to all others. A module may name a service only if its package
/// is one of them, or the module's own.
final class ExportedPackages {
  private ExportedPackages() {}

  /// Reads them from modules of a JDK and of a run-time path.
  ///
  /// @return each package's module
  static SortedMap<String, String> of(
      Jdk jdk, SortedSet<String> modules, List<PathEntry> explicit) {
    SortedMap<String, String> packages = new TreeMap<>();
    try (FileSystem image =
        FileSystems.newFileSystem(
            URI.create("jrt:/"), Map.of("java.home", jdk.home().toString()))) {
      for (String module : modules) {
        add(
            module,
            Files.readAllBytes(image.getPath("modules", module, PathEntry.DESCRIPTOR)),
            packages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the modules of the JDK at " + jdk.home(), e);
    }
    explicit.forEach(entry ->
        add(
            entry.module().orElseThrow().name(),
            entry.files().get(PathEntry.DESCRIPTOR),
            packages));
    return packages;
  }

  private static void add(String module, byte[] descriptor, SortedMap<String, String> packages) {
    ModuleVisitor exports =
        new ModuleVisitor(ASM9) {
          @Override
          public void visitExport(String name, int access, String... friends) {
            if (friends == null) {
              packages.put(ModuleInfo.dotted(name), module);
            }
          }
        };
    new ClassReader(descriptor)
        .accept(
            new ClassVisitor(ASM9) {
              @Override
              public ModuleVisitor visitModule(String name, int access, String version) {
                return exports;
              }
            },
            0);
  }
}
