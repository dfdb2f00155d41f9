package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages small projects and invokes them for real.
class JvmPackageIT {
  private static final List<Path> RUNTIME =
      List.of(
          SampleProject.jarOf("dev.whippet.Handler"),
          SampleProject.jarOf("tools.jackson.jr.ob.JSON"),
          SampleProject.jarOf("tools.jackson.core.JsonParser"),
          SampleProject.jarOf("org.slf4j.Logger"));

  private static final String LIBJVM = "lib/server/libjvm.so";

  @TempDir Path folder;
  private Jdk jdk;
  private Emulator emulator;
  private Path zip;
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    jdk = Jdk.of(Path.of(System.getProperty("java.home")));
    Path event = Files.writeString(folder.resolve("event.json"), "{\"name\":\"World\"}");
    List<Path> testing = new ArrayList<>(RUNTIME);
    testing.add(SampleProject.jarOf("dev.whippet.testing.Main"));
    emulator = new Emulator(jdk, testing, List.of(event), 256, Duration.ofSeconds(60), List.of());
    zip = folder.resolve("out/function.zip");
  }

  private void make(List<Path> classPath, String mainClass, List<String> jvmOptions)
      throws IOException {
    make(classPath, mainClass, jvmOptions, false);
  }

  private void make(
      List<Path> classPath, String mainClass, List<String> jvmOptions, boolean debugInfo)
      throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    new JvmPackage(
            jdk, jdk, TargetPlatform.of(null, jdk), emulator, work, new Progress(log::add, null))
        .make(
            new JvmPackage.Contents(
                classPath, mainClass, Set.of(), Set.of(), jvmOptions, debugInfo),
            zip);
  }

  /// Unpacks the zip elsewhere and sends the function one event.
  private String invoke(Path elsewhere) throws IOException {
    ZipArchive.extract(zip, elsewhere);
    return emulator.invoke(elsewhere.resolve("bootstrap"), 1, folder.resolve("invoke.log")).strip();
  }

  private SampleProject project(String name) {
    return new SampleProject(folder.resolve(name));
  }

  @Test
  void aPlainProjectWithAClassPathLibrary() throws IOException {
    Path library =
        project("library")
            .source(
                "lib/Greeting.java", "package lib; public interface Greeting { String text(); }")
            .source(
                "lib/Default.java",
                """
                package lib;
                public class Default implements Greeting {
                  public String text() { return "Hello"; }
                }
                """)
            .source(
                "lib/Greetings.java",
                """
                package lib;
                public final class Greetings {
                  public static String find() {
                    return java.util.ServiceLoader.load(Greeting.class).iterator().next().text();
                  }
                }
                """)
            .compile("-cp", List.of())
            .resource("META-INF/services/lib.Greeting", "lib.Default\n")
            .resource("META-INF/services/absent.Integration", "lib.Default\n")
            .resource("lib/note.txt", "older")
            .resource("META-INF/versions/21/lib/note.txt", "newer")
            .jar();
    List<Path> dependencies = new ArrayList<>(List.of(library));
    dependencies.addAll(RUNTIME);
    SampleProject hello =
        project("plain")
            .source("lib/Split.java", "package lib; public class Split {}")
            .source(
                "app/Hello.java",
                """
                package app;
                import dev.whippet.*;
                import java.util.*;
                public class Hello implements Handler<Hello.Request, Hello.Response> {
                  public record Request(String name) {}
                  public record Response(String message, Map<String, String> facts) {}
                  public Response handle(Request request, Context context) throws Exception {
                    var facts = new TreeMap<String, String>();
                    facts.put("note", text("/lib/note.txt"));
                    facts.put("own", text("/settings.txt"));
                    facts.put("module", getClass().getModule().getName());
                    facts.put("option", System.getProperty("sample.option"));
                    facts.put("sql", new java.sql.Date(0).getClass().getName());
                    return new Response(lib.Greetings.find() + ", " + request.name(), facts);
                  }
                  static String text(String name) throws Exception {
                    try (var in = Hello.class.getResourceAsStream(name)) {
                      return new String(in.readAllBytes(), "UTF-8");
                    }
                  }
                }
                """)
            .compile("-cp", dependencies)
            .resource("settings.txt", "a setting");
    List<Path> classPath = new ArrayList<>(List.of(hello.classes()));
    classPath.addAll(dependencies);

    make(classPath, null, List.of("-Dsample.option=it's \"$quoted\""));

    Path elsewhere = folder.resolve("else where");
    String response = invoke(elsewhere);
    assertAll(
        () -> assertTrue(response.contains("\"message\":\"Hello, World\""), response),
        () -> assertTrue(response.contains("\"note\":\"newer\""), response),
        () -> assertTrue(response.contains("\"own\":\"a setting\""), response),
        () -> assertTrue(response.contains("\"module\":\"whippet.app\""), response),
        () -> assertTrue(response.contains("\"sql\":\"java.sql.Date\""), response),
        () -> assertTrue(response.contains("it's \\\"$quoted\\\""), response));
    assertFalse(Files.exists(elsewhere.resolve("jre/lib/classlist")));
    assertTrue(Files.exists(elsewhere.resolve("jre/legal/java.base/LICENSE")));

    aDamagedCacheIsFound(elsewhere);
  }

  private void aDamagedCacheIsFound(Path function) throws IOException {
    AotCache cache = new AotCache(emulator, folder);
    assertTrue(cache.verify(function));
    Files.write(function.resolve(JvmPackage.CACHE), new byte[1 << 20]);

    PackagingException e = assertThrows(PackagingException.class, () -> cache.verify(function));
    assertTrue(
        e.getMessage().startsWith("the JVM rejects the AOT cache that it has just made"),
        e::getMessage);
  }

  @Test
  void aProjectWithItsOwnDescriptorAndMain() throws IOException {
    SampleProject hello =
        project("modular")
            .source(
                "module-info.java", "module sample.hello { requires dev.whippet.core; opens app; }")
            .source(
                "app/Main.java",
                """
                package app;
                import dev.whippet.*;
                public class Main {
                  record Request(String name) {}
                  record Response(String name, String module) {}
                  public static void main(String[] args) {
                    Whippet.run(
                        Request.class,
                        Response.class,
                        (request, context) ->
                            new Response(request.name(), Main.class.getModule().getName()));
                  }
                }
                """)
            .compile("-p", RUNTIME);
    List<Path> classPath = new ArrayList<>(List.of(hello.classes()));
    classPath.addAll(RUNTIME);

    make(classPath, "app.Main", List.of(), true);

    Path elsewhere = folder.resolve("elsewhere");
    assertEquals("{\"name\":\"World\",\"module\":\"sample.hello\"}", invoke(elsewhere));
    assertEquals(
        -1, Files.mismatch(jdk.home().resolve(LIBJVM), elsewhere.resolve("jre").resolve(LIBJVM)));
  }

  @Test
  void aFunctionThatUsesMuchOfTheJdk() throws IOException {
    SampleProject project =
        project("jdk")
            .source("app/UsesJdk.java", text("/app/UsesJdk.java"))
            .compile("-cp", RUNTIME);
    Command.of(
            List.of(
                jdk.tool("keytool").toString(),
                "-genkeypair",
                "-alias",
                "local",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storepass",
                "changeit",
                "-keystore",
                project.classes().resolve("keys.p12").toString()),
            folder.resolve("keytool.log"))
        .mustSucceed(Duration.ofMinutes(1));
    List<Path> classPath = new ArrayList<>(List.of(project.classes()));
    classPath.addAll(RUNTIME);

    make(classPath, null, List.of("-Duser.language=de"));

    Path elsewhere = folder.resolve("elsewhere");
    assertEquals(
        """
        {"tls":"TLSv1.3!",
        "authorities":true,
        "signed":true,
        "sealed":"secret",
        "time":"Wednesday, July 1, 12:00 Central European Summer Time",
        "text":"\u00c5 LATIN SMALL LETTER E GR\u00dcSSE \u4f60 $1,234.50 true",
        "sorted":true,
        "process":"hello",
        "language":"Subject:",
        "null":"Cannot invoke \\"String.trim()\\" because \\"missing\\" is null",
        "nullInJdk":"Cannot invoke \\"java.lang.CharSequence.toString()\\" because \\"<parameter1>\\" is null",
        "line":true,
        "classes":true}\
        """,
        invoke(elsewhere).replace(",\"", ",\n\""));
    Path libjvm = elsewhere.resolve("jre").resolve(LIBJVM);
    assertTrue(Files.size(libjvm) < Files.size(jdk.home().resolve(LIBJVM)));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = JvmPackageIT.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aFunctionInNoPackageIsRefused() throws IOException {
    SampleProject function =
        project("unnamed")
            .source("Main.java", "class Main { public static void main(String[] args) {} }")
            .compile("-cp", List.of());

    PackagingException e =
        assertThrows(
            PackagingException.class, () -> make(List.of(function.classes()), null, List.of()));

    assertEquals(
        "class Main is in no package, and a module cannot hold it: give it a package",
        e.getMessage());
  }

  @Test
  void aProjectThatCannotStartFailsWithItsOwnError() throws IOException {
    SampleProject broken =
        project("broken")
            .source(
                "app/Broken.java",
                """
                package app;
                import dev.whippet.*;
                public class Broken implements Handler<String, String> {
                  static final int PORT = Integer.parseInt("no number");
                  public String handle(String event, Context context) { return event; }
                }
                """)
            .compile("-cp", RUNTIME);
    List<Path> classPath = new ArrayList<>(List.of(broken.classes()));
    classPath.addAll(RUNTIME);

    PackagingException e =
        assertThrows(PackagingException.class, () -> make(classPath, null, List.of()));

    assertTrue(e.getMessage().contains("NumberFormatException"), e::getMessage);
    assertTrue(e.getMessage().contains("no number"), e::getMessage);
    assertFalse(Files.exists(zip));
  }
}
