package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/// What all goals have in common: the project, the JDK, and how they fail.
///
/// The parameters' comments are of the classic form because the plugin descriptor, and so `mvn
/// help:describe`, is made from that form alone.
abstract class AbstractWhippetMojo extends AbstractMojo {
  /** Skips this goal. */
  @Parameter(property = "whippet.skip", defaultValue = "false")
  boolean skip;

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
    if (project.getPackaging().equals("pom") && project.getFile() != null) {
      getLog().info("packaging is pom, so there is no function here: nothing done");
      return;
    }
    try {
      run();
    } catch (PackagingException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new MojoFailureException(e.getMessage() + ": " + e.getCause(), e);
    } catch (IOException e) {
      throw new MojoFailureException("cannot read or write a file: " + e, e);
    }
  }

  abstract void run() throws IOException, MojoFailureException;

  /** The JDK the build's toolchain names, else one that is installed. */
  final Jdk jdk() {
    return Jdk.of(jdkHome());
  }

  /**
   * A goal on the command line comes without the phase in which toolchains are selected, so then
   * the JDK is looked for here.
   */
  final Path jdkHome() {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    String java = toolchain == null ? null : toolchain.findTool("java");
    return java == null
        ? InstalledJdks.of(System.getProperties(), System.getenv()).newest()
        : Path.of(java).toAbsolutePath().getParent().getParent();
  }

  /** Whippet-testing and what it needs, for a JVM of its own. */
  final List<Path> testingClassPath() {
    return plugin.getArtifacts().stream().map(Artifact::getFile).map(File::toPath).toList();
  }

  /** Whippet-image, for the class path of native-image. */
  final List<Path> substitutions() {
    return plugin.getArtifacts().stream()
        .filter(artifact -> artifact.getArtifactId().equals("whippet-image"))
        .map(Artifact::getFile)
        .map(File::toPath)
        .toList();
  }

  /** The project's classes, then its run-time dependencies. */
  final List<Path> classPath() {
    Path classes = Path.of(project.getBuild().getOutputDirectory());
    if (!Files.isDirectory(classes)) {
      throw new PackagingException(
          "there is no %s: the project has no classes; write a handler in src/main/java"
              .formatted(classes));
    }
    List<Path> classPath = new ArrayList<>(List.of(classes));
    project.getArtifacts().stream()
        .filter(a -> a.getArtifactHandler().isAddedToClasspath())
        .map(Artifact::getFile)
        .map(File::toPath)
        .forEach(classPath::add);
    return classPath;
  }
}
