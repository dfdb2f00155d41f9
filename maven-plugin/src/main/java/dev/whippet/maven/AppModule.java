package dev.whippet.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The one open module that takes in everything on the run-time path that is not an explicit
/// module. What a class path allows, it allows too: split packages, cyclic dependencies, deep
/// reflection, services.
///
/// @param files its files, without the descriptor
/// @param packages the packages of its classes
/// @param providers its providers, by service
/// @param warnings what a class path would have shown and one module cannot
record AppModule(
    SortedMap<String, byte[]> files,
    SortedSet<String> packages,
    SortedMap<String, List<String>> providers,
    List<String> warnings) {
  static final String NAME = "whippet.app";

  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/(MANIFEST\\.MF|INDEX\\.LIST|[^/]+\\.(SF|DSA|RSA|EC))");
  private static final Pattern LEGAL =
      Pattern.compile("META-INF/[^/]*(LICEN[CS]E|NOTICE|DEPENDENCIES|COPYRIGHT)[^/]*");

  /// Merges the entries of a class path: where two have the same file, the first counts.
  static AppModule merge(List<PathEntry> entries) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    SortedMap<String, Set<String>> services = new TreeMap<>();
    List<String> warnings = new ArrayList<>();
    SortedSet<String> packages = new TreeSet<>();
    for (PathEntry entry : entries) {
      packages.addAll(entry.packages());
      ServiceFile.parseAll(entry.files())
          .forEach((service, providers) ->
              services.computeIfAbsent(service, s -> new LinkedHashSet<>()).addAll(providers));
      entry.files().forEach((name, bytes) -> add(entry, name, bytes, files, warnings));
    }
    SortedMap<String, List<String>> providers = new TreeMap<>();
    services.forEach((service, names) -> {
      List<String> present = names.stream().filter(n -> hasClass(files, n)).toList();
      if (!present.isEmpty()) {
        providers.put(service, present);
      }
      byte[] all = (String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8);
      files.put(ServiceFile.FOLDER + service, all);
    });
    return new AppModule(files, packages, providers, List.copyOf(warnings));
  }

  private static void add(
      PathEntry entry,
      String name,
      byte[] bytes,
      SortedMap<String, byte[]> files,
      List<String> warnings) {
    String jar = String.valueOf(entry.path().getFileName());
    if (LEFT_OUT.matcher(name).matches() || name.endsWith("module-info.class")) {
      return;
    }
    if (name.endsWith(".class") && name.indexOf('/') < 0) {
      warnings.add(
          "%s of %s is left out: a module holds no class without package".formatted(name, jar));
      return;
    }
    byte[] first = files.putIfAbsent(name, bytes);
    if (first == null || Arrays.equals(first, bytes) || name.startsWith(ServiceFile.FOLDER)) {
      return;
    }
    if (LEGAL.matcher(name).matches()) {
      files.put("META-INF/legal/" + jar + "/" + name.substring("META-INF/".length()), bytes);
    } else {
      warnings.add("%s of %s is hidden by an earlier one on the class path".formatted(name, jar));
    }
  }

  /// Whether it has a class of that name.
  boolean hasClass(String name) {
    return hasClass(files, name);
  }

  private static boolean hasClass(SortedMap<String, byte[]> files, String name) {
    return files.containsKey(ModuleInfo.slashed(name) + ".class");
  }

  /// Its descriptor. Services that are not there, as of a library that only some use, are not in
  /// it, or jlink would refuse it.
  ///
  /// @param requires the modules it needs
  /// @param otherServices services that the other modules provide
  /// @param exporters the packages that it can read, each with its module
  ModuleInfo describe(
      SortedSet<String> requires, SortedSet<String> otherServices, Map<String, String> exporters) {
    SortedSet<String> uses = new TreeSet<>(otherServices);
    uses.addAll(providers.keySet());
    files.forEach((name, bytes) -> {
      if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
        ClassFile.parse(bytes).ifPresent(classFile -> uses.addAll(classFile.uses()));
      }
    });
    uses.removeIf(service ->
        !packages.contains(packageOf(service)) && !exporters.containsKey(packageOf(service)));
    SortedSet<String> modules = new TreeSet<>(requires);
    uses.stream()
        .filter(service -> !packages.contains(packageOf(service)))
        .forEach(service -> modules.add(exporters.get(packageOf(service))));
    SortedMap<String, List<String>> present = new TreeMap<>(providers);
    present.keySet().retainAll(uses);
    return new ModuleInfo(NAME, packages, modules, new TreeSet<>(), uses, present);
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(className.lastIndexOf('.'), 0));
  }

  /// Writes the module to an empty folder.
  void writeTo(Path folder) {
    files.forEach((name, bytes) -> write(folder, name, bytes));
  }

  static void write(Path folder, String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder)) {
        throw new PackagingException("refused: an archive's entry is named " + name);
      }
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name + " to " + folder, e);
    }
  }
}
