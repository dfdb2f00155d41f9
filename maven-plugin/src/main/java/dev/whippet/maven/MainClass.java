package dev.whippet.maven;

import java.util.List;
import java.util.Optional;

/// Finds the class a function starts with.
final class MainClass {
  private MainClass() {}

  /// The class that was named, if it is there, else the project's only class with a `main`, else
  /// its only handler.
  ///
  /// @param project the project's own classes
  /// @param named what the pom names; null if nothing
  static String find(PathEntry project, String named) {
    if (named != null) {
      // "package.Class::method", as other runtimes have it, names the class too
      String name = named.replaceFirst("::.*", "").strip();
      if (!project.files().containsKey(ModuleInfo.slashed(name) + ".class")) {
        throw new PackagingException(
            "mainClass %s is not in %s: name one of the project's own classes, a nested one as Outer$Inner"
                .formatted(name, project.path()));
      }
      return name;
    }
    List<ClassFile> classes = List.copyOf(project.classes().values());
    return only(classes.stream().filter(ClassFile::hasMain).toList(), "with a main method")
        .or(() -> only(classes.stream().filter(ClassFile::isHandler).toList(), "that are handlers"))
        .orElseThrow(() ->
            new PackagingException(
                """
                no class in %s has a main method or implements dev.whippet.Handler: \
                write one, or name it in <mainClass>\
                """
                    .formatted(project.path())));
  }

  private static Optional<String> only(List<ClassFile> classes, String kind) {
    if (classes.size() > 1) {
      throw new PackagingException(
          "there are %d classes %s, %s: name the function's in <mainClass>"
              .formatted(
                  classes.size(),
                  kind,
                  String.join(", ", classes.stream().map(ClassFile::name).toList())));
    }
    return classes.stream().findFirst().map(ClassFile::name);
  }
}
