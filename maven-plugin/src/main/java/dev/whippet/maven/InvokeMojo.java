package dev.whippet.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sends an event to the function that whippet:run serves, and prints the response; fails if the
 * function reports an error. With -q it prints the response alone.
 */
@Mojo(name = "invoke", requiresProject = false, threadSafe = true)
public final class InvokeMojo extends AbstractWhippetMojo {
  /** The event as JSON text. */
  @Parameter(property = "data")
  private String data;

  /** The file of the event. */
  @Parameter(property = "file")
  private File file;

  /** The name of a sample event; whippet:events lists them. */
  @Parameter(property = "example")
  private String example;

  /** The port of whippet:run. */
  @Parameter(property = "whippet.port", defaultValue = "9000")
  private int port;

  /** Where the Invoke API is, if not on whippet.port of this machine. */
  @Parameter(property = "whippet.url")
  private String url;

  /** Made by Maven, which then sets the parameters. */
  public InvokeMojo() {}

  @Override
  @SuppressWarnings("SystemOut") // the response is this goal's result, wanted with -q too
  void run() throws IOException, MojoFailureException {
    byte[] event = event();
    URI server = InvokeClient.server(url, port);
    getLog().debug("invoking at " + server);
    InvokeClient.Response response =
        new InvokeClient(server).invoke(project.getArtifactId(), event);
    String text =
        JsonText.isValid(response.body()) ? JsonText.pretty(response.body()) : response.body();
    // JSON is UTF-8, whatever the terminal's locale: it may be read by a program
    System.out.writeBytes((text + System.lineSeparator()).getBytes(UTF_8));
    System.out.flush();
    if (response.isError()) {
      throw new MojoFailureException(
          "the function reports the error above; its log is in the terminal of 'mvn whippet:run'");
    }
  }

  private byte[] event() throws IOException {
    if (Stream.of(data, file, example).filter(Objects::nonNull).count() > 1) {
      throw new PackagingException(
          "there are several events: give one of -Ddata, -Dfile and -Dexample");
    }
    if (data != null) {
      return JsonText.check("-Ddata", data.getBytes(UTF_8));
    } else if (file != null) {
      return EventFile.read(file.toPath());
    } else if (example != null) {
      return SampleEvents.in(testingClassPath()).read(example);
    }
    Path folder = Path.of("events").toAbsolutePath();
    if (project.getBasedir() != null) {
      folder = project.getBasedir().toPath().resolve("events");
    }
    List<Path> files = EventFile.in(folder);
    if (files.size() != 1) {
      throw new PackagingException(
          """
          there is no event to send: give -Ddata='{"name":"World"}', -Dfile=events/hello.json or \
          -Dexample=sqs; without any, the only file of %s is sent, and it has %d\
          """
              .formatted(folder, files.size()));
    }
    getLog().info("sending " + files.get(0));
    return EventFile.read(files.get(0));
  }
}
