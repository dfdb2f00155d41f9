package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every link into the documentation leads somewhere: those in messages of the code, and those of
/// the pages to each other.
class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("core", "processor", "simd", "testing", "maven-plugin");

  // docs/troubleshooting.md#port-9000-of-127001-is-in-use
  private static final Pattern IN_CODE =
      Pattern.compile("(?<![\\w/])(docs/[a-z-]+\\.md)(?:#([a-z0-9_-]+))?");

  // [text](target), but not to another site, nor an image of one
  private static final Pattern IN_PAGES =
      Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

  private final List<String> broken = new ArrayList<>();

  @Test
  void linksInCodeLeadToAHeading() throws IOException {
    List<Path> sources =
        new ArrayList<>(files(ROOT.resolve("archetype/src/main/resources"), ".groovy"));
    for (String module : MODULES) {
      sources.addAll(files(ROOT.resolve(module).resolve("src/main/java"), ".java"));
    }
    int links = 0;
    for (Path file : sources) {
      Matcher matcher = IN_CODE.matcher(Files.readString(file));
      while (matcher.find()) {
        check(file, ROOT.resolve(matcher.group(1)), matcher.group(2));
        links++;
      }
    }
    assertTrue(links > 0, "none found: this test looks in the wrong place");
    assertEquals(List.of(), broken);
  }

  @Test
  void linksOfThePagesLeadToAFileAndAHeading() throws IOException {
    List<Path> pages = new ArrayList<>(files(ROOT.resolve("docs"), ".md"));
    pages.add(ROOT.resolve("README.md"));
    pages.add(ROOT.resolve("CONTRIBUTING.md"));
    for (Path page : pages) {
      Matcher matcher = IN_PAGES.matcher(withoutCode(Files.readString(page)));
      while (matcher.find()) {
        Path target = matcher.group(1).isEmpty() ? page : page.resolveSibling(matcher.group(1));
        check(page, target, matcher.group(2));
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void aHeadingsAnchorIsAsGitHubMakesIt() {
    assertEquals("port-9000-of-127001-is-in-use", anchor("port 9000 of 127.0.0.1 is in use"));
    assertEquals("on-githubs-arm64-runner", anchor("On GitHub's ARM64 runner"));
    assertFalse(anchors("```\n# not one\n```\n").contains("not-one"));
  }

  private void check(Path from, Path to, String anchor) throws IOException {
    Path target = to.normalize();
    boolean found =
        Files.exists(target)
            && (anchor == null || anchors(Files.readString(target)).contains(anchor));
    if (!found) {
      broken.add(
          ROOT.relativize(from)
              + " -> "
              + ROOT.relativize(target)
              + (anchor == null ? "" : "#" + anchor));
    }
  }

  private static Set<String> anchors(String page) {
    Set<String> anchors = new HashSet<>();
    withoutCode(page)
        .lines()
        .filter(line -> line.matches("#{1,6} .*"))
        .forEach(line -> anchors.add(anchor(line.replaceFirst("^#+ ", ""))));
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String withoutCode(String page) {
    return page.replaceAll("(?s)```.*?```", "").replaceAll("(?m)^ {4}.*$", "");
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
