package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the sample events, or writes one of them to the project's folder `events`. */
@Mojo(name = "events", requiresProject = false, threadSafe = true)
public final class EventsMojo extends AbstractWhippetMojo {
  /** The name of the sample event to write; without it, all names are listed. */
  @Parameter(property = "example")
  private String example;

  /** The folder to write to; `events` of the project if not given. */
  @Parameter(property = "whippet.eventFolder")
  private File eventFolder;

  /** Made by Maven, which then sets the parameters. */
  public EventsMojo() {}

  @Override
  @SuppressWarnings("SystemOut") // the names are this goal's result, wanted with -q too
  void run() throws IOException {
    SampleEvents samples = SampleEvents.in(testingClassPath());
    if (example == null) {
      samples.events().keySet().forEach(System.out::println);
      getLog().info("next: mvn whippet:events -Dexample=sqs writes one to events/sqs.json");
      return;
    }
    byte[] event = samples.read(example);
    Path file = Files.createDirectories(folder()).resolve(example + ".json");
    if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), event)) {
      throw new PackagingException(
          "%s is there already, and differs from the sample: delete or rename it first"
              .formatted(file));
    }
    Files.write(file, event);
    getLog().info("wrote " + file);
    getLog()
        .info("next: mvn whippet:run, and in another terminal mvn whippet:invoke -Dfile=" + file);
  }

  private Path folder() {
    if (eventFolder != null) {
      return eventFolder.toPath();
    }
    Path base = project.getBasedir() == null ? Path.of("") : project.getBasedir().toPath();
    return base.resolve("events");
  }
}
