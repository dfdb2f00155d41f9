package dev.whippet.bench.report;

/// The head of a chart: title, note, and colours that follow the reader's light or dark theme, with
/// a background of their own, since a page may have another theme than its reader's system.
final class Svg {
  private Svg() {}

  static String open(int width, int height, String title, String note) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="system-ui, sans-serif">
    <title>%s</title>
    <style>
      .background { fill: #ffffff }
      text { fill: #1f2328; font-size: 13px }
      .note { fill: #59636e; font-size: 12px }
      .own { fill: #0969da }
      .other { fill: #8c959f }
      .line { stroke: #1f2328; stroke-width: 2 }
      .grid { stroke: #8c959f; stroke-width: 0.5 }
      .leader { stroke: #8c959f; stroke-width: 1 }
      @media (prefers-color-scheme: dark) {
        .background { fill: #0d1117 }
        text { fill: #e6edf3 }
        .note { fill: #9198a1 }
        .own { fill: #4493f8 }
        .other { fill: #656c76 }
        .line { stroke: #e6edf3 }
      }
    </style>
    <rect width="%d" height="%d" class="background"/>
    <text x="10" y="24" font-weight="bold">%s</text>
    <text x="10" y="44" class="note">%s</text>
    """
        .formatted(width, height, escaped(title), width, height, escaped(title), escaped(note));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
