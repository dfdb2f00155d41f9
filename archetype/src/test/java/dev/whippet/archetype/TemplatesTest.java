package dev.whippet.archetype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.whippet.testing.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the templates have in common with the rest of this repository.
class TemplatesTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/archetype-resources");
  private static final Pattern PLUGIN =
      Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([0-9.]+)<");

  private static SortedMap<String, String> plugins(Path pom) throws IOException {
    SortedMap<String, String> versions = new TreeMap<>();
    Matcher matcher = PLUGIN.matcher(Files.readString(pom));
    while (matcher.find()) {
      versions.put(matcher.group(1), matcher.group(2));
    }
    return versions;
  }

  @Test
  void theGeneratedPomHasThisBuildsPlugins() throws IOException {
    SortedMap<String, String> ours = plugins(Path.of("../pom.xml"));
    SortedMap<String, String> generated = plugins(TEMPLATES.resolve("pom.xml"));

    assertFalse(generated.isEmpty());
    generated.forEach((plugin, version) -> assertEquals(ours.get(plugin), version, plugin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqs", "s3", "eventbridge", "schedule"})
  void theEventIsTheSample(String name) throws IOException {
    Path event = TEMPLATES.resolve("events").resolve(name).resolve(name + ".json");

    assertEquals(SampleEvents.load(name), Files.readString(event));
  }
}
