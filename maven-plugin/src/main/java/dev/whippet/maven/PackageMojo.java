package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Packages the function as a zip file for Lambda's OS-only runtimes, such as provided.al2023:
 * trains it with real events and proves that the package starts.
 */
@Mojo(
    name = "package",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class PackageMojo extends AbstractFunctionMojo {
  /** The class to start, a main class or a handler; may be left out if the project has only one. */
  @Parameter(property = "whippet.mainClass", alias = "handler")
  private String mainClass;

  /** The function's architecture, `x86_64` or `arm64`; the JDK's own if not given. */
  @Parameter(property = "whippet.architecture")
  private String architecture;

  /**
   * An unpacked JDK, with its folder jmods, that goes into a package of type `jvm` instead of the
   * build's own: for another architecture.
   */
  @Parameter(property = "jdk.home.target")
  private File targetJdk;

  /**
   * The newest glibc, as in `2.34`, that binaries may need: Amazon Linux 2023's, unless the
   * function runs in a container image of another system.
   */
  @Parameter(property = "whippet.glibc", defaultValue = TargetPlatform.AMAZON_LINUX_2023)
  private String glibc;

  /** Modules of the JDK that the function needs although no class refers to them. */
  @Parameter private Set<String> addModules = Set.of();

  /** Modules of the JDK that classes refer to but the function does without. */
  @Parameter private Set<String> excludeModules = Set.of();

  /**
   * Further options for the function's JVM; they come last and so win. A function that computes for
   * long may want `-XX:TieredStopAtLevel=4`, the optimising compiler, for more memory.
   */
  @Parameter private List<String> jvmOptions = List.of();

  /**
   * Whether the JVM of a package keeps what only debuggers and crash logs show: symbol tables of
   * its libraries, local variables' names of the JDK's classes.
   */
  @Parameter(property = "whippet.debugInfo", defaultValue = "false")
  private boolean debugInfo;

  /**
   * Whether a native image has the code that reads events and writes results by reflection. If not
   * given, it has unless whippet-processor has bound all types of its handlers.
   */
  @Parameter(property = "whippet.reflection")
  private Boolean reflection;

  /**
   * Whether a native image leaves out what no class or resource of the function names, such as
   * dates in format strings, and has less code for the same result elsewhere (docs/image-size.md).
   */
  @Parameter(property = "whippet.trim", defaultValue = "true")
  private boolean trim;

  /** Further options for native-image; they come last and so win. */
  @Parameter private List<String> buildArgs = List.of();

  /** How many seconds native-image may take. */
  @Parameter(property = "whippet.buildTimeout", defaultValue = "3600")
  private int buildTimeout;

  /** Made by Maven, which then sets the parameters. */
  public PackageMojo() {}

  @Override
  void run() throws IOException {
    Path folder = Files.createDirectories(work.toPath());
    Files.deleteIfExists(zip.toPath()); // after a failure nobody shall deploy an older one
    Path made = folder.resolve("function.zip");
    TargetPlatform platform =
        switch (PackageType.of(type)) {
          case JVM -> makeJvm(folder, made);
          case NATIVE -> makeNative(folder, made);
        };
    Sizes sizes = Sizes.of(folder.resolve("function"), made).check();
    Files.createDirectories(zip.toPath().toAbsolutePath().getParent());
    Files.move(made, zip.toPath(), StandardCopyOption.REPLACE_EXISTING);
    sizes.table().lines().forEach(getLog()::info);
    boolean runsHere = platform.architecture().equals(TargetPlatform.ofMachine());
    getLog().info(runsHere ? "next: mvn whippet:report, or deploy it:" : "next: deploy it:");
    getLog().info(deployCommand(platform));
  }

  private TargetPlatform makeJvm(Path folder, Path made) throws IOException {
    Jdk jdk = jdk();
    Jdk shipped = targetJdk == null ? jdk : jdk.target(targetJdk.toPath());
    TargetPlatform platform = TargetPlatform.of(architecture, shipped).withGlibc(glibc);
    new JvmPackage(jdk, shipped, platform, emulator(jdk), folder, progress())
        .make(
            new JvmPackage.Contents(
                classPath(), mainClass, addModules, excludeModules, jvmOptions, debugInfo),
            made);
    return platform;
  }

  private TargetPlatform makeNative(Path folder, Path made) throws IOException {
    Jdk jdk = jdk();
    TargetPlatform platform = TargetPlatform.ofNative(architecture).withGlibc(glibc);
    NativeImage builder = NativeImage.require(System.getenv(), jdk.home(), platform.architecture());
    Emulator emulator = emulator(jdk); // says now if there is no event
    Path bootstrap =
        new NativePackage(jdk, builder, platform, folder, progress())
            .make(
                new NativePackage.Contents(
                    classPath(),
                    testingClassPath(),
                    substitutions(),
                    mainClass,
                    reflection,
                    trim,
                    buildArgs,
                    Duration.ofSeconds(buildTimeout)),
                made);
    if (emulator.canRun(platform)) {
      emulator.invoke(bootstrap, 2, folder.resolve("verification.log"));
    } else {
      getLog().info("not started here, since it is for %s".formatted(platform.architecture()));
    }
    return platform;
  }

  private String deployCommand(TargetPlatform platform) {
    return """
    aws lambda create-function --function-name %s --runtime provided.al2023 \
    --architectures %s --handler bootstrap --zip-file fileb://%s --role <ARN of a role>\
    """
        .formatted(
            project.getArtifactId(),
            platform.architecture(),
            project.getBasedir().toPath().relativize(zip.toPath()));
  }
}
