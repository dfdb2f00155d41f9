package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

class ReachabilityMetadataTest {
  private static final List<Path> CORE = List.of(SampleProject.jarOf("dev.whippet.Handler"));
  private static final List<Path> TESTING =
      List.of(
          SampleProject.jarOf("dev.whippet.testing.Main"),
          SampleProject.jarOf("tools.jackson.jr.ob.JSON"),
          SampleProject.jarOf("tools.jackson.core.JsonParser"));

  @TempDir Path folder;

  private List<String> unbound;

  /// The names of the types that the metadata of a project names.
  private Set<String> typesOf(Path classes, List<Path> dependencies) throws IOException {
    Jdk jdk = Jdk.of(Path.of(System.getProperty("java.home")));
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.addAll(dependencies);
    unbound =
        new ReachabilityMetadata(jdk, TESTING, folder)
            .write(PathEntry.read(classes, jdk.feature()), "app.Main", classPath, folder);
    byte[] file =
        Files.readAllBytes(
            folder.resolve(
                "META-INF/native-image/whippet.app/function/reachability-metadata.json"));
    Map<String, Object> metadata = JSON.std.mapFrom(file);
    Set<String> names = new TreeSet<>();
    for (Object entry : (List<?>) metadata.get("reflection")) {
      names.add((String) ((Map<?, ?>) entry).get("type"));
    }
    return names;
  }

  private SampleProject project() {
    return new SampleProject(folder.resolve("project"));
  }

  @Test
  void aLambdasTypesAndAHandlersAreFound() throws IOException {
    Path classes =
        project()
            .source(
                "app/Main.java",
                """
                package app;
                import dev.whippet.*;
                public class Main {
                  record In(Part part) {}
                  record Part(String name) {}
                  record Out(int count) {}
                  record Unused() {}
                  public static void main(String[] args) {
                    Whippet.run(In.class, Out[].class, (in, context) -> new Out[0]);
                  }
                }
                """)
            .source(
                "app/Orders.java",
                """
                package app;
                import dev.whippet.*;
                public class Orders implements Handler<Orders.Order, String> {
                  public record Order(java.util.List<Line> lines) {}
                  public record Line(long cents) {}
                  public String handle(Order order, Context context) { return ""; }
                }
                """)
            .compile("-cp", CORE)
            .classes();

    assertEquals(
        Set.of(
            "app.Main",
            "app.Main$In",
            "app.Main$Part",
            "app.Main$Out",
            "app.Main$Out[]",
            "app.Orders",
            "app.Orders$Order",
            "app.Orders$Line"),
        typesOf(classes, CORE));
    assertEquals(List.of("app.Main$Out[]", "app.Main$In", "app.Orders"), unbound);
  }

  @Test
  void whatIsBoundIsNotAmongWhatNeedsReflection() throws IOException {
    Path classes =
        project()
            .source(
                "app/Main.java",
                """
                package app;
                import dev.whippet.*;
                public class Main implements Handler<java.util.List<String>, String> {
                  public String handle(java.util.List<String> event, Context context) { return ""; }
                  public static void main(String[] args) { Whippet.run(new Main()); }
                }
                """)
            .source(
                "app/Main_Json.java",
                """
                package app;
                import tools.jackson.jr.ob.api.*;
                class Main_Json implements dev.whippet.json.Binding {
                  public ValueReader reader() { return null; }
                  public ValueWriter writer() { return null; }
                  public String sample() { return ""; }
                }
                """)
            .compile("-cp", List.of(CORE.get(0), TESTING.get(1), TESTING.get(2)))
            .classes();

    assertEquals(Set.of("app.Main"), typesOf(classes, CORE));
    assertEquals(List.of(), unbound);
  }

  @Test
  void aMissingDependencyIsNamed() throws IOException {
    Path library =
        new SampleProject(folder.resolve("library"))
            .source("lib/Base.java", "package lib; public class Base {}")
            .compile("-cp", List.of())
            .classes();
    Path classes =
        project()
            .source(
                "app/Main.java",
                "package app; public class Main extends lib.Base { public static void main(String[] a) {} }")
            .compile("-cp", List.of(library))
            .classes();

    PackagingException e =
        assertThrows(PackagingException.class, () -> typesOf(classes, List.of()));

    assertTrue(e.getMessage().contains("app.Main cannot be loaded"), e::getMessage);
    assertTrue(e.getMessage().contains("lib/Base"), e::getMessage);
  }
}
