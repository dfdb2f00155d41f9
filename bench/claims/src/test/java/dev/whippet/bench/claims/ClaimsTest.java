package dev.whippet.bench.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every figure that the documentation claims can be checked: `docs/claims.md` says how.
class ClaimsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path CLAIMS = ROOT.resolve("docs/claims.md");
  private static final Pattern BLOCK = Pattern.compile("<!-- results: (\\S+) -->");
  private static final Pattern COPIED =
      Pattern.compile("<!-- results: \\S+ -->.*?<!-- end -->", Pattern.DOTALL);

  private static List<List<String>> rows() throws IOException {
    return Files.readString(CLAIMS)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }

  @Test
  void everyFigureOfTheReadmeHasARow() throws IOException {
    String readme = COPIED.matcher(Files.readString(ROOT.resolve("README.md"))).replaceAll("");
    List<String> claimed =
        rows().stream().flatMap(row -> Figures.in(row.getFirst()).stream()).toList();

    List<String> without =
        Figures.in(readme).stream().filter(figure -> !claimed.contains(figure)).toList();

    assertEquals(
        List.of(),
        without,
        "README.md has figures without a row in docs/claims.md: add one to its table, with the figure"
            + " in the first column and the command that reproduces it");
  }

  @Test
  void everyTableThatIsCopiedHasARow() throws IOException {
    List<String> claims = rows().stream().map(List::getFirst).toList();
    List<String> without = new ArrayList<>();
    for (Path page : pages()) {
      for (Matcher block = BLOCK.matcher(Files.readString(page)); block.find(); ) {
        String row = "table `" + block.group(1) + "`";
        if (!claims.contains(row)) {
          without.add(
              page.getFileName() + " has results " + block.group(1) + ", but no row " + row);
        }
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void everyTableIsWhatTheBenchmarksWrote() throws IOException {
    for (Path page : pages()) {
      String text = Files.readString(page);
      for (Matcher block = COPIED.matcher(text); block.find(); ) {
        Matcher name = BLOCK.matcher(block.group());
        if (!name.find()) {
          throw new AssertionError(block.group());
        }
        String written = Files.readString(ROOT.resolve("bench/results/" + name.group(1) + ".md"));
        assertEquals(
            name.group() + "\n" + written + "<!-- end -->",
            block.group(),
            page.getFileName() + ": run bench/document");
      }
    }
  }

  @Test
  void everyRowIsComplete() throws IOException {
    List<List<String>> rows = rows();
    assertFalse(rows.isEmpty());
    for (List<String> row : rows) {
      assertFalse(row.stream().anyMatch(String::isEmpty), () -> "an empty cell: " + row);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
