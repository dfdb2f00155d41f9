package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
  @TempDir Path folder;

  private static SampleEvents samples() throws IOException {
    return SampleEvents.in(
        List.of(
            SampleProject.jarOf("tools.jackson.core.JsonParser"),
            SampleProject.jarOf("dev.whippet.testing.Main")));
  }

  @Test
  void samplesAreThoseOfTesting() throws IOException {
    assertTrue(samples().events().keySet().containsAll(List.of("apigateway-v2", "s3", "sqs")));
    String sqs = new String(samples().read("sqs"), StandardCharsets.UTF_8);
    assertTrue(sqs.contains("\"Records\""), sqs);
  }

  @Test
  void anUnknownSampleIsToldWithTheOnesThereAre() {
    PackagingException e = assertThrows(PackagingException.class, () -> samples().read("sqss"));

    assertTrue(e.getMessage().startsWith("there is no sample event 'sqss': expected one of alb, "));
  }

  @Test
  void withoutTestingThereAreNone() {
    List<Path> classPath = List.of(SampleProject.jarOf("tools.jackson.core.JsonParser"));

    PackagingException e = assertThrows(PackagingException.class, () -> SampleEvents.in(classPath));

    assertTrue(e.getMessage().startsWith("whippet-testing"), e::getMessage);
  }

  @Test
  void filesAreListedInOrder() throws IOException {
    assertEquals(List.of(), EventFile.in(folder.resolve("none")));
    for (String name : List.of("b.json", "a.json", "c.txt")) {
      Files.writeString(folder.resolve(name), "{}");
    }
    assertEquals(List.of(folder.resolve("a.json"), folder.resolve("b.json")), EventFile.in(folder));
    assertArrayEquals(new byte[] {'{', '}'}, EventFile.read(folder.resolve("a.json")));
  }

  @Test
  void aFileThatIsMissingOrNoJsonIsNamed() throws IOException {
    Path missing = folder.resolve("missing.json");
    PackagingException none = assertThrows(PackagingException.class, () -> EventFile.read(missing));
    assertTrue(none.getMessage().startsWith("there is no event file " + missing));

    Path broken = Files.writeString(folder.resolve("broken.json"), "{\n  name: 1}");
    PackagingException bad = assertThrows(PackagingException.class, () -> EventFile.read(broken));
    assertTrue(bad.getMessage().startsWith("the event file " + broken + " is not JSON: "));
    assertTrue(bad.getMessage().contains("line 2"), bad::getMessage);
  }
}
