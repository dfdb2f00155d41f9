package dev.whippet.maven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The function's run-time path, told apart: explicit modules that can be linked as they are, and
/// the rest, to be merged into one module.
///
/// @param explicit modules with a descriptor of their own
/// @param merged everything else, in the order of the class path
/// @param notes for each module that had to be merged although it has a descriptor, the reason
record ModulePath(List<PathEntry> explicit, List<PathEntry> merged, List<String> notes) {

  /// Tells the entries of a class path apart. An explicit module is merged if it needs a module
  /// that is not explicit, which jlink would refuse, if it can use one that is not, which it could
  /// not read then, or if it shares a package with another entry.
  ///
  /// @param entries the class path, the project first
  /// @param systemModules the JDK's modules
  static ModulePath of(List<PathEntry> entries, Set<String> systemModules) {
    List<PathEntry> explicit = new ArrayList<>(entries);
    explicit.removeIf(entry -> entry.module().isEmpty());
    List<String> notes = new ArrayList<>();
    boolean changed;
    do {
      changed = false;
      for (PathEntry entry : List.copyOf(explicit)) {
        Optional<String> reason = obstacle(entry, explicit, entries, systemModules);
        if (reason.isPresent()) {
          explicit.remove(entry);
          notes.add(
              "module %s becomes part of module %s: %s"
                  .formatted(entry.module().orElseThrow().name(), AppModule.NAME, reason.get()));
          changed = true;
        }
      }
    } while (changed);
    List<PathEntry> merged = new ArrayList<>(entries);
    merged.removeAll(explicit);
    return new ModulePath(List.copyOf(explicit), List.copyOf(merged), List.copyOf(notes));
  }

  /// The names of the explicit modules.
  Set<String> names() {
    return explicit.stream().map(e -> e.module().orElseThrow().name()).collect(Collectors.toSet());
  }

  private static Optional<String> obstacle(
      PathEntry entry, List<PathEntry> explicit, List<PathEntry> all, Set<String> systemModules) {
    Set<String> names = new HashSet<>(systemModules);
    explicit.forEach(other -> names.add(other.module().orElseThrow().name()));
    for (String required : entry.module().orElseThrow().requires()) {
      if (!names.contains(required)) {
        return Optional.of("it requires " + required + ", which is not an explicit module");
      }
    }
    for (PathEntry other : all) {
      String name = other.module().map(ModuleInfo::name).orElseGet(other::automaticName);
      if (!names.contains(name) && entry.module().orElseThrow().optional().contains(name)) {
        return Optional.of("it uses " + name + ", which is not an explicit module");
      }
    }
    Map<String, PathEntry> owners = new HashMap<>();
    for (PathEntry other : all) {
      if (!other.path().equals(entry.path())) {
        other.packages().forEach(p -> owners.putIfAbsent(p, other));
      }
    }
    return entry.packages().stream()
        .filter(owners::containsKey)
        .findFirst()
        .map(p -> "package " + p + " is also in " + owners.get(p).path().getFileName());
  }
}
