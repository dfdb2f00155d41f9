package dev.whippet.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text with tables.
public final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /// Begins a document.
  public Markdown() {}

  /// A heading of the second level.
  ///
  /// @param title its text
  public void heading(String title) {
    text.append("## ").append(title).append('\n');
  }

  /// Where, when, and how loaded it was.
  ///
  /// @param facts of the machine
  /// @param load averages during the measurement
  public void machine(Map<String, String> facts, Series load) {
    paragraph(
        facts.entrySet().stream()
            .map(fact -> fact.getKey() + " " + fact.getValue())
            .collect(Collectors.joining("; ", "", ""))
            .concat(
                String.format(
                    Locale.ROOT, "; load average %.1f to %.1f.", load.min(), load.max())));
  }

  /// A paragraph.
  ///
  /// @param paragraph its text
  public void paragraph(String paragraph) {
    text.append('\n').append(paragraph).append('\n');
  }

  /// Lines as they are, after an empty one.
  ///
  /// @param lines ending with a line feed
  public void text(String lines) {
    text.append('\n').append(lines);
  }

  /// A row of a table.
  ///
  /// @param cells its cells
  public void row(Object... cells) {
    text.append(
        Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /// The first row of a table, and the line below it.
  ///
  /// @param cells the columns' names; all but the first are of numbers
  public void header(List<?> cells) {
    text.append('\n');
    row(cells.toArray());
    text.append("| --- ").append("| ---: ".repeat(cells.size() - 1)).append("|\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
