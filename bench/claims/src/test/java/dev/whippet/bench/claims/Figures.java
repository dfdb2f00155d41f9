package dev.whippet.bench.claims;

import java.util.List;
import java.util.regex.Pattern;

/// The numbers with units in a text: `1.5 ms`, `15.4 MB`, `3 times`, `40%`, `2.5x`, `$0.20`.
final class Figures {
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\w.$-])(?:\\d[\\d,]*(?:\\.\\d+)?[ \\u00a0-]?"
              + "(?:ns|us|µs|ms|s|seconds?|minutes?|hours?|[KMG]i?B|bytes|%|x|times)(?!\\w)|\\$\\d+(?:\\.\\d+)?)");
  private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);

  private Figures() {}

  /// In the order of the text, each as often as it is there, with one space before a unit that is a
  /// word. What stands in a block of code is no claim.
  static List<String> in(String markdown) {
    String prose = CODE.matcher(markdown).replaceAll("");
    return FIGURE
        .matcher(prose)
        .results()
        .map(figure -> figure.group().replaceAll("[ \\u00a0-](?=\\w)", " "))
        .map(figure -> figure.replaceAll("(?<=\\d)(?=(?:[a-zµ]+|[KMG]i?B)$)(?!x$)", " "))
        .toList();
  }
}
