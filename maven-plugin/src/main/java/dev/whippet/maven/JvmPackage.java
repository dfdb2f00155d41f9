package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Makes the package of type `jvm`: a linked JVM that holds the function, an AOT cache and a
/// `bootstrap`.
///
/// @param jdk the JDK it is made with
/// @param shipped the JDK it is made of: the same, or one for another platform
/// @param platform where it is to run
/// @param emulator trains and verifies it
/// @param work a folder of its own
/// @param progress is told what happens
record JvmPackage(
    Jdk jdk,
    Jdk shipped,
    TargetPlatform platform,
    Emulator emulator,
    Path work,
    Progress progress) {
  static final String BOOTSTRAP = "bootstrap";
  static final String CACHE = "function.aot";
  private static final String CORE = "dev.whippet.core";
  private static final String RUNTIME = "dev.whippet.Bootstrap";

  /// What goes into a package.
  ///
  /// @param classPath the project's classes, then its run-time dependencies
  /// @param mainClass the class to start; null to find it
  /// @param addModules modules of the JDK that the code needs although no class refers to them
  /// @param excludeModules modules of the JDK that classes refer to but the function can do without
  /// @param jvmOptions further options for the JVM
  /// @param debugInfo whether the JVM keeps what is for debuggers and crash logs
  record Contents(
      List<Path> classPath,
      String mainClass,
      Set<String> addModules,
      Set<String> excludeModules,
      List<String> jvmOptions,
      boolean debugInfo) {}

  /// Makes the package.
  ///
  /// @param zip the file to write
  void make(Contents contents, Path zip) throws IOException {
    Path function = Folder.empty(work.resolve("function"));
    List<PathEntry> entries =
        contents.classPath.stream().map(path -> PathEntry.read(path, jdk.feature())).toList();
    String mainClass = MainClass.find(entries.get(0), contents.mainClass);
    if (mainClass.indexOf('.') < 0) {
      throw new PackagingException(
          "class %s is in no package, and a module cannot hold it: give it a package"
              .formatted(mainClass));
    }
    ModulePath path = ModulePath.of(entries, shipped.modules());
    path.notes().forEach(progress::line);

    AppModule app = AppModule.merge(path.merged());
    app.warnings().forEach(progress::line);
    ModuleInfo descriptor = link(app, path, contents, function);

    platform.check(function.resolve("jre"));
    BootstrapScript script =
        new BootstrapScript(
            JvmOptions.of(descriptor.requires(), contents.jvmOptions),
            start(path, app, entries.get(0), mainClass));
    Path unpacked = Folder.empty(work.resolve("unpacked"));
    if (emulator.canRun(platform)) {
      train(function, script, zip, unpacked);
    } else {
      AotCache.writeExecutable(function.resolve(BOOTSTRAP), script.textWithoutCache());
      ZipArchive.write(function, zip);
      ZipArchive.extract(zip, unpacked);
      progress.line(
          """
          no AOT cache, so that each start takes longer, and not started here: that takes a machine \
          for %s, and this is one for %s; or an emulator, as in \
          -Dwhippet.test.launcher="qemu-aarch64-static -cpu neoverse-n1" \
          (docs/arm64.md#a-jvm-package-from-another-machine)\
          """
              .formatted(platform.architecture(), TargetPlatform.ofMachine()));
    }
  }

  private void train(Path function, BootstrapScript script, Path zip, Path unpacked)
      throws IOException {
    AotCache.writeExecutable(function.resolve(BOOTSTRAP), script.text());
    AotCache cache = new AotCache(emulator, work);
    progress.during("training the AOT cache", () -> "", () -> cache.record(function, script));

    ZipArchive.write(function, zip);
    ZipArchive.extract(zip, unpacked);
    if (!cache.verify(unpacked)) {
      progress.line(
          "the AOT cache holds classes that are not linked, so that each start takes longer: an"
              + " incubating module, as jdk.incubator.vector, is the usual reason");
    }
  }

  private ModuleInfo link(AppModule app, ModulePath path, Contents contents, Path function)
      throws IOException {
    Path folder = Folder.empty(work.resolve("modules")).resolve(AppModule.NAME);
    app.writeTo(folder);
    RuntimeImage image = new RuntimeImage(jdk, shipped, contents.debugInfo, work);
    SortedSet<String> requires = new TreeSet<>(contents.addModules);
    if (!path.merged().isEmpty()) {
      requires.addAll(image.requiredBy(folder, path.explicit()));
    }
    requires.removeAll(contents.excludeModules);
    SortedSet<String> services = new TreeSet<>();
    for (PathEntry entry : path.explicit()) {
      ModuleInfo module = entry.module().orElseThrow();
      requires.add(module.name());
      services.addAll(module.provides().keySet());
    }
    SortedSet<String> present = new TreeSet<>(shipped.modules());
    present.retainAll(jdk.modules());
    present.removeAll(contents.excludeModules);
    ModuleInfo descriptor =
        app.describe(requires, services, ExportedPackages.of(jdk, present, path.explicit()));
    AppModule.write(folder, "module-info.class", descriptor.toOpenModule());
    List<Path> modulePath = new ArrayList<>(List.of(folder));
    path.explicit().forEach(entry -> modulePath.add(lean(entry, path, folder.getParent())));
    progress.during(
        "linking the JVM",
        () -> "",
        () -> image.link(Set.of(AppModule.NAME), modulePath, function.resolve("jre")));
    return descriptor;
  }

  /// A module as it is linked: as it is, but for jackson-core.
  private static Path lean(PathEntry entry, ModulePath path, Path modules) {
    if (!entry.module().orElseThrow().name().equals(JacksonCore.MODULE)) {
      return entry.path();
    }
    List<PathEntry> all = new ArrayList<>(path.explicit());
    all.addAll(path.merged());
    return JacksonCore.lean(entry, all)
        .map(files -> {
          Path folder = modules.resolve(JacksonCore.MODULE);
          files.forEach((name, bytes) -> AppModule.write(folder, name, bytes));
          return folder;
        })
        .orElse(entry.path());
  }

  /// The runtime starts the function, if it is there, since it reports what goes wrong before the
  /// first event; else the function's own `main` is started. The merged module is a root in any
  /// case: nothing may require it. The option costs nothing, as it is the cache's too.
  private static List<String> start(
      ModulePath path, AppModule app, PathEntry project, String mainClass) {
    String roots = "--add-modules=" + AppModule.NAME;
    if (path.names().contains(CORE)) {
      return List.of(roots, "-m", CORE + "/" + RUNTIME, mainClass);
    }
    if (app.hasClass(RUNTIME)) {
      return List.of("-m", AppModule.NAME + "/" + RUNTIME, mainClass);
    }
    if (path.merged().contains(project)) {
      return List.of("-m", AppModule.NAME + "/" + mainClass);
    }
    return List.of(roots, "-m", project.module().orElseThrow().name() + "/" + mainClass);
  }
}
