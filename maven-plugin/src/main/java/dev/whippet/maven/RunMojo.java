package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles the function and serves it on this machine until it is ended: the Invoke API for
 * whippet:invoke and AWS's SDKs, and a function URL for HTTP.
 */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RunMojo extends AbstractWhippetMojo {
  /** The class to start, a main class or a handler; may be left out if the project has only one. */
  @Parameter(property = "whippet.mainClass", alias = "handler")
  private String mainClass;

  /** The port of the Runtime API and the Invoke API; the function URL has the one after it. */
  @Parameter(property = "whippet.port", defaultValue = "9000")
  private int port;

  /** Starts the function anew when its classes have changed. */
  @Parameter(property = "watch", defaultValue = "false")
  private boolean watch;

  /** Starts no function, and prints the environment in which to start it in a debugger. */
  @Parameter(property = "debug", defaultValue = "false")
  private boolean debug;

  /** Runs the packaged `bootstrap` instead of the classes. */
  @Parameter(property = "packaged", defaultValue = "false")
  private boolean packaged;

  /** The function's memory size in MB, as it is told; it is not enforced. */
  @Parameter(property = "whippet.memory", defaultValue = "512")
  private int memory;

  /** How many seconds an invocation may take. */
  @Parameter(property = "whippet.invocationTimeout", defaultValue = "900")
  private int invocationTimeout;

  /** Further environment variables for the function, which sees none of this process's. */
  @Parameter private Map<String, String> environment = Map.of();

  /** Further options for the function's JVM. */
  @Parameter private List<String> jvmOptions = List.of();

  @Parameter(property = "whippet.zip", defaultValue = "${project.build.directory}/function.zip")
  private File zip;

  @Parameter(defaultValue = "${project.build.directory}/whippet/running", readonly = true)
  private File unpacked;

  /** Made by Maven, which then sets the parameters. */
  public RunMojo() {}

  @Override
  void run() throws IOException {
    Jdk jdk = jdk();
    LocalRun run =
        new LocalRun(jdk, testingClassPath(), project.getArtifactId(), port, memory)
            .with("--timeout", Integer.toString(invocationTimeout));
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      run = run.with("--env", variable.getKey() + "=" + variable.getValue());
    }
    if (debug) {
      getLog().info("start the function in your debugger, with the environment below");
    } else if (packaged) {
      run = run.with("--bootstrap", bootstrap().toString());
    } else {
      run = fromClasses(run, jdk);
    }
    getLog().info("next, in another terminal: " + nextCommand());
    run.serve(project.getBasedir().toPath());
  }

  private LocalRun fromClasses(LocalRun run, Jdk jdk) {
    List<Path> classPath = classPath();
    Path classes = classPath.get(0);
    String main = MainClass.find(PathEntry.read(classes, jdk.feature()), mainClass);
    LocalRun watching = watch ? run.with("--watch", classes.toString()) : run;
    return watching.function(classPath, main, jvmOptions);
  }

  private Path bootstrap() throws IOException {
    if (!zip.isFile()) {
      throw new PackagingException(
          "there is no %s: make it with mvn package, or mvn -Pnative package; or leave out -Dpackaged"
              .formatted(zip));
    }
    Path folder = Folder.empty(unpacked.toPath());
    ZipArchive.extract(zip.toPath(), folder);
    return folder.resolve(JvmPackage.BOOTSTRAP);
  }

  private String nextCommand() throws IOException {
    Path events = project.getBasedir().toPath().resolve("events");
    String event =
        EventFile.in(events).stream()
            .findFirst()
            .map(f -> "-Dfile=events/" + f.getFileName())
            .orElse("-Ddata='{}'");
    String portOption =
        switch (port) {
          case LocalRun.DEFAULT_PORT -> "";
          case 0 -> " -Dwhippet.url=URL, with the Invoke API's URL up to its port";
          default -> " -Dwhippet.port=" + port;
        };
    return "mvn whippet:invoke " + event + portOption;
  }
}
