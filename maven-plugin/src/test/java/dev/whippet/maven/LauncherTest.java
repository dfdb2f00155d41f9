package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir Path folder;

  private PathEntry project(String source) throws IOException {
    Path classes =
        new SampleProject(folder.resolve("project"))
            .source("app/Hello.java", "package app; public class Hello { %s }".formatted(source))
            .compile("-cp", List.of())
            .classes();
    return PathEntry.read(classes, 25);
  }

  @Test
  void aClassWithAMainIsStartedItself() throws IOException {
    PathEntry project = project("public static void main(String[] args) {}");

    assertEquals("app.Hello", Launcher.mainClass(project, "app.Hello", folder));
    assertFalse(Files.exists(folder.resolve("whippet")));
  }

  @Test
  void aHandlerIsNamedToTheRuntime() throws Exception {
    String name = Launcher.mainClass(project(""), "app.Hello", folder);

    // a stand-in for the runtime, which keeps what it is given
    Path runtime =
        new SampleProject(folder.resolve("runtime"))
            .source(
                "dev/whippet/Bootstrap.java",
                """
                package dev.whippet;
                public class Bootstrap {
                  public static String given;
                  public static void main(String[] args) { given = String.join("|", args); }
                }
                """)
            .compile("-cp", List.of())
            .classes();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {runtime.toUri().toURL(), folder.toUri().toURL()},
            ClassLoader.getPlatformClassLoader())) {
      loader
          .loadClass(name)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"ignored"});
      Object given = loader.loadClass("dev.whippet.Bootstrap").getField("given").get(null);
      assertEquals("app.Hello", given);
    }
    assertTrue(Files.exists(folder.resolve("whippet/app/Launcher.class")));
  }
}
