package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/// What the goals that make or measure a package have in common: the emulator and its events.
abstract class AbstractFunctionMojo extends AbstractWhippetMojo {
  /**
   * How the function is packaged: `jvm`, a JVM with the function and its AOT cache, or `native`.
   */
  @Parameter(property = "whippet.type", defaultValue = "jvm")
  String type;

  /**
   * Files of the events that train the function; all `*.json` of the folder `events` if not given.
   */
  @Parameter List<File> events;

  /** The function's memory size in MB when it is run here. */
  @Parameter(property = "whippet.memory", defaultValue = "512")
  int memory;

  /** How many seconds a training or measuring run may take in all. */
  @Parameter(property = "whippet.timeout", defaultValue = "300")
  int timeout;

  /**
   * Words before the command line of a function for another architecture than this machine's, such
   * as `qemu-aarch64-static -cpu neoverse-n1`: with them it is trained, verified and measured here.
   */
  @Parameter(property = "whippet.test.launcher")
  String launcher;

  /** The zip file to upload to Lambda. */
  @Parameter(property = "whippet.zip", defaultValue = "${project.build.directory}/function.zip")
  File zip;

  /** Where the package is made. */
  @Parameter(defaultValue = "${project.build.directory}/whippet", readonly = true)
  File work;

  @Parameter(defaultValue = "${project.basedir}/events", readonly = true)
  File eventFolder;

  final Emulator emulator(Jdk jdk) throws IOException {
    List<String> words =
        launcher == null || launcher.isBlank()
            ? List.of()
            : List.of(launcher.strip().split("\\s+", -1));
    return new Emulator(
        jdk, testingClassPath(), eventFiles(), memory, Duration.ofSeconds(timeout), words);
  }

  final Progress progress() {
    return Progress.of(getLog(), session.getRequest().isInteractiveMode());
  }

  final List<Path> eventFiles() throws IOException {
    List<Path> files =
        events == null || events.isEmpty()
            ? EventFile.in(eventFolder.toPath())
            : events.stream().map(File::toPath).toList();
    if (files.isEmpty()) {
      throw new PackagingException(
          """
          no event to train the function with: put one that it handles into %s/hello.json \
          (any name ending in .json), or name files in <events>\
          """
              .formatted(eventFolder));
    }
    for (Path file : files) {
      EventFile.read(file); // says now what is wrong with it, and not after a build of minutes
    }
    return files;
  }
}
