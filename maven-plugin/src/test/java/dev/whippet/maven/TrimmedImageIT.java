package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// What is substituted or left out in a native image gives what the JVM gives. Builds an image,
/// which takes a minute or two, where there is a GraalVM.
@EnabledIfEnvironmentVariable(named = "GRAALVM_HOME", matches = ".+")
class TrimmedImageIT {
  private static final List<Path> RUNTIME =
      List.of(
          SampleProject.jarOf("dev.whippet.Handler"),
          SampleProject.jarOf("tools.jackson.jr.ob.JSON"),
          SampleProject.jarOf("tools.jackson.core.JsonParser"),
          SampleProject.jarOf("org.slf4j.Logger"));

  @Test
  void givesWhatTheJvmGives(@TempDir Path folder) throws Exception {
    Path classes =
        new SampleProject(folder.resolve("project"))
            .source(
                "app/Facts.java",
                """
                package app;
                import dev.whippet.*;
                import java.io.*;
                import java.net.*;
                import java.nio.file.*;
                import java.util.*;
                public class Facts implements Handler<Map<String, Object>, String> {
                  public String handle(Map<String, Object> event, Context context) throws Exception {
                    int[] depth = {deepest(10_000), 0};
                    Thread other = new Thread(() -> depth[1] = deepest(10_000));
                    other.start();
                    other.join();
                    return of() + "; " + Arrays.toString(depth) + "; " + event.get("number").getClass() + event + "; " + date();
                  }
                  public static String of() throws Exception {
                    List<Object> facts = new ArrayList<>();
                    facts.add(String.format("%,d|%,015.2f|%08d|%(d|%+d|%x|%S", -1234567, 9876543.21, 42, -7, 7, 255, "up"));
                    facts.add(String.format("%a|%a|%.3e|%g|%s", 0.1, -Double.MIN_VALUE, 12345.678, 0.0001, 1.5f));
                    facts.add("ΟΔΟΣ ΣΟΦΟΣ".toLowerCase(Locale.ROOT));
                    facts.add(new Point(1, "a").equals(new Point(1, "a")));
                    facts.add(new Point(1, "a").equals(new Point(2, "a")));
                    facts.add(new Point(1, null) + " " + new Point(1, "a").hashCode());
                    facts.add("a1b22".replaceAll("[0-9]+", "#"));
                    facts.add(InetAddress.getByName("localhost").isLoopbackAddress());
                    try (java.nio.channels.SocketChannel channel = java.nio.channels.SocketChannel.open()) {
                      Set<String> options = new TreeSet<>();
                      channel.supportedOptions().forEach(option -> options.add(option.name()));
                      facts.add(options);
                    }
                    Path folder = Files.createTempDirectory("facts");
                    Files.writeString(folder.resolve("b.txt"), "two");
                    Files.writeString(folder.resolve("a.txt"), "three");
                    URLConnection text = folder.resolve("a.txt").toUri().toURL().openConnection();
                    facts.add(text.getContentLength() + text.getContentType() + read(text));
                    facts.add(read(folder.toUri().toURL().openConnection()));
                    try {
                      folder.resolve("none").toUri().toURL().openStream();
                    } catch (FileNotFoundException e) {
                      facts.add("not found");
                    }
                    return facts.toString();
                  }
                  static volatile boolean deep = true;
                  static int deepest(int levels) { // with a stack of 128 KB, 5,000 at most
                    return deep && levels > 0 ? 1 + deepest(levels - 1) : 0;
                  }
                  static String read(URLConnection connection) throws IOException {
                    try (InputStream in = connection.getInputStream()) {
                      return new String(in.readAllBytes(), "UTF-8");
                    }
                  }
                  static String date() {
                    try {
                      return String.format(String.join("", "%", "tY"), new Date(0));
                    } catch (UnsupportedOperationException e) {
                      return e.getMessage();
                    }
                  }
                  record Point(int x, String name) {}
                }
                """)
            .compile("-cp", RUNTIME)
            .classes();

    String response = invokeNative(classes, folder);

    assertTrue(response.contains(factsOnThisJvm(classes)), response);
    assertTrue(
        response.contains("class java.lang.Double{number=1.0E-5, large=123456789012345678901234}"),
        response);
    assertTrue(response.contains("; [10000, 10000]; "), response);
    assertTrue(response.contains("package with -Dwhippet.trim=false"), response);
  }

  private static String factsOnThisJvm(Path classes) throws Exception {
    List<URL> path = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (Path entry : RUNTIME) {
      path.add(entry.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new))) {
      String facts = (String) loader.loadClass("app.Facts").getMethod("of").invoke(null);
      return facts.replace("\n", "\\n"); // as in JSON
    }
  }

  private static String invokeNative(Path classes, Path folder) throws IOException {
    Jdk jdk = Jdk.of(Path.of(System.getProperty("java.home")));
    TargetPlatform platform = TargetPlatform.of(null, jdk);
    NativeImage builder = NativeImage.require(System.getenv(), jdk.home(), platform.architecture());
    List<Path> testing = new ArrayList<>(RUNTIME);
    testing.add(SampleProject.jarOf("dev.whippet.testing.Main"));
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.addAll(RUNTIME);
    Path bootstrap =
        new NativePackage(
                jdk,
                builder,
                platform,
                Files.createDirectories(folder.resolve("work")),
                new Progress(line -> {}, null))
            .make(
                new NativePackage.Contents(
                    classPath,
                    testing,
                    List.of(SampleProject.jarOf("dev.whippet.image.Known")),
                    null,
                    null,
                    true,
                    List.of("-Ob"), // builds faster
                    Duration.ofMinutes(20)),
                folder.resolve("function.zip"));
    Path event =
        Files.writeString(
            folder.resolve("event.json"),
            "{\"number\":0.00001,\"large\":123456789012345678901234}");
    return new Emulator(jdk, testing, List.of(event), 256, Duration.ofSeconds(60), List.of())
        .invoke(bootstrap, 1, folder.resolve("invoke.log"));
  }
}
