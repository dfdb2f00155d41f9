package dev.whippet.bench.coldstart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text with tables.
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  void heading(String title) {
    text.append("## ").append(title).append('\n');
  }

  void machine(Map<String, String> facts, Series load) {
    paragraph(
        facts.entrySet().stream()
            .map(fact -> fact.getKey() + " " + fact.getValue())
            .collect(Collectors.joining("; ", "", ""))
            .concat(
                String.format(
                    Locale.ROOT, "; load average %.1f to %.1f.", load.min(), load.max())));
  }

  void paragraph(String paragraph) {
    text.append('\n').append(paragraph).append('\n');
  }

  void row(Object... cells) {
    text.append(
        Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /// The first row of a table, and the line below it.
  void header(List<?> cells) {
    text.append('\n');
    row(cells.toArray());
    text.append("| --- ").append("| ---: ".repeat(cells.size() - 1)).append("|\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
