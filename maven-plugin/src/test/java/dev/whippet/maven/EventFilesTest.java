package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
  @TempDir Path folder;

  private List<Path> files(File... named) throws IOException {
    AbstractFunctionMojo mojo =
        new AbstractFunctionMojo() {
          @Override
          void run() {
            throw new AssertionError();
          }
        };
    mojo.events = List.of(named);
    mojo.eventFolder = folder.resolve("events").toFile();
    return mojo.eventFiles();
  }

  private Path event(String name, String text) throws IOException {
    Path file = folder.resolve("events").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private String failure(File... named) {
    return assertThrows(PackagingException.class, () -> files(named)).getMessage();
  }

  @Test
  void thoseOfTheFolderInOrderUnlessSomeAreNamed() throws IOException {
    Path b = event("b.json", "{}");
    Path a = event("a.json", "[]");
    event("notes.txt", "none");

    assertEquals(List.of(a, b), files());
    assertEquals(List.of(b), files(b.toFile()));
  }

  @Test
  void noneIsAnErrorWithTheRemedy() {
    assertTrue(failure().startsWith("no event to train the function with: put one"), failure());
  }

  @Test
  void whatIsWrongWithOneIsToldBeforeAnythingIsBuilt() throws IOException {
    File missing = folder.resolve("missing.json").toFile();
    assertTrue(failure(missing).startsWith("there is no event file " + missing), failure(missing));

    Path broken = event("broken.json", "{");
    assertTrue(failure().startsWith("the event file " + broken + " is not JSON: "), failure());
  }
}
