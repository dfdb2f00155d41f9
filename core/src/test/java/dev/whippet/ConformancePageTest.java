package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page on the Runtime API names tests that exist, and one for each behaviour.
class ConformancePageTest {
  private static final Path PAGE = Path.of("../docs/runtime-api.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  void everyTestNamedThereExists() throws IOException, ClassNotFoundException {
    Map<String, Path> sources;
    try (var files = Files.walk(Path.of("src/test/java"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      Function.identity()));
    }
    List<MatchResult> named = TEST.matcher(Files.readString(PAGE)).results().toList();
    assertTrue(named.size() > 50, () -> named.size() + " tests named");
    for (MatchResult test : named) {
      Path source = sources.get(test.group(1));
      assertTrue(source != null, () -> "no class " + test.group());
      String name = Path.of("src/test/java").relativize(source).toString().replace('/', '.');
      Class<?> type = Class.forName(name.substring(0, name.length() - ".java".length()));
      assertTrue(
          Arrays.stream(type.getDeclaredMethods())
              .anyMatch(method -> method.getName().equals(test.group(2))),
          () -> "no method " + test.group());
    }
  }

  @Test
  void everyBehaviourHasATest() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| "))
            .filter(line -> !line.startsWith("| behaviour "))
            .toList();
    assertTrue(rows.size() > 40, () -> rows.size() + " behaviours");
    for (String row : rows) {
      assertTrue(TEST.matcher(row).find(), row);
    }
    assertFalse(rows.contains(""));
  }
}
