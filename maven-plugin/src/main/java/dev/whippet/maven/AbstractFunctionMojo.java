package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/// What the goals have in common: the project, the JDK, the emulator and its events.
///
/// The parameters' comments are of the classic form because the plugin descriptor, and so `mvn
/// help:describe`, is made from that form alone.
abstract class AbstractFunctionMojo extends AbstractMojo {
  /** How the function is packaged; `jvm` is a JVM with the function and its AOT cache. */
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

  /** Skips this goal. */
  @Parameter(property = "whippet.skip", defaultValue = "false")
  boolean skip;

  /** The zip file to upload to Lambda. */
  @Parameter(property = "whippet.zip", defaultValue = "${project.build.directory}/function.zip")
  File zip;

  /** Where the package is made. */
  @Parameter(defaultValue = "${project.build.directory}/whippet", readonly = true)
  File work;

  @Parameter(defaultValue = "${project.basedir}/events", readonly = true)
  File eventFolder;

  @Parameter(defaultValue = "${project}", readonly = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true)
  MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true)
  PluginDescriptor plugin;

  @Inject ToolchainManager toolchains;

  @Override
  public final void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("whippet.skip is set: nothing done");
      return;
    }
    try {
      PackageType.of(type);
      run();
    } catch (PackagingException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoFailureException("cannot package the function: " + e, e);
    }
  }

  abstract void run() throws IOException, MojoFailureException;

  /** The JDK the build's toolchain names, else the one Maven runs on. */
  final Jdk jdk() {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    String java = toolchain == null ? null : toolchain.findTool("java");
    Path home =
        java == null
            ? Path.of(System.getProperty("java.home"))
            : Path.of(java).toAbsolutePath().getParent().getParent();
    return Jdk.of(home);
  }

  final Emulator emulator(Jdk jdk) throws IOException {
    List<Path> classPath =
        plugin.getArtifacts().stream().map(Artifact::getFile).map(File::toPath).toList();
    return new Emulator(jdk, classPath, eventFiles(), memory, Duration.ofSeconds(timeout));
  }

  private List<Path> eventFiles() throws IOException {
    if (events != null && !events.isEmpty()) {
      return events.stream().map(File::toPath).toList();
    }
    if (eventFolder.isDirectory()) {
      try (Stream<Path> files = Files.list(eventFolder.toPath())) {
        List<Path> found = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    throw new PackagingException(
        """
        no event to train the function with: put one that it handles into %s/hello.json \
        (any name ending in .json), or name files in <events>\
        """
            .formatted(eventFolder));
  }
}
