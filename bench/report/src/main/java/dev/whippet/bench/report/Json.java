package dev.whippet.bench.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Maps, lists, numbers and text as JSON.
public final class Json {
  private Json() {}

  /// Writes an object.
  ///
  /// @param value maps, lists, numbers and text
  /// @return JSON
  public static String write(Map<?, ?> value) {
    StringBuilder json = new StringBuilder();
    write(value, "\n", json);
    return json.append('\n').toString();
  }

  private static void write(Object value, String lineStart, StringBuilder json) {
    switch (value) {
      case Map<?, ?> map -> {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          json.append(separator).append(lineStart).append("  ");
          string(entry.getKey().toString(), json);
          write(entry.getValue(), lineStart + "  ", json.append(": "));
          separator = ",";
        }
        json.append(lineStart).append('}');
      }
      case List<?> list -> {
        json.append('[');
        for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
          write(elements.next(), lineStart, json);
          json.append(elements.hasNext() ? ", " : "");
        }
        json.append(']');
      }
      case Double number -> json.append(Math.round(number * 1e4) / 1e4);
      case Number number -> json.append(number);
      default -> string(value.toString(), json);
    }
  }

  private static void string(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
