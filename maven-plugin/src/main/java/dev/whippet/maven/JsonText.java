package dev.whippet.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.JSON;

/// JSON as text. It is laid out without being read into objects, so that numbers and names stay as
/// they are written.
final class JsonText {
  private JsonText() {}

  /// Whether the text is one JSON value.
  static boolean isValid(String json) {
    try {
      parse(json.getBytes(UTF_8));
      return true;
    } catch (PackagingException | JacksonException e) {
      return false;
    }
  }

  /// Returns the bytes if they are one JSON value.
  ///
  /// @param what what they are, for the message
  static byte[] check(String what, byte[] json) {
    try {
      parse(json);
      return json;
    } catch (
        JacksonException e) { // no cause: Maven would add its message, of the parser's settings
      throw new PackagingException(
          "%s is not JSON: %s (line %d, column %d)"
              .formatted(
                  what,
                  e.getOriginalMessage().replaceFirst(" \\(start marker at .*", ""),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()));
    } catch (PackagingException e) {
      throw new PackagingException("%s is not JSON: %s".formatted(what, e.getMessage()));
    }
  }

  private static void parse(byte[] json) {
    try (JsonParser parser = JSON.std.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new PackagingException("it is empty; an event without content is {}");
      }
      parser.skipChildren();
      if (parser.nextToken() != null) {
        throw new PackagingException("it goes on after its value");
      }
    }
  }

  /// The text with a line for each member and element.
  ///
  /// @param text valid JSON
  static String pretty(String text) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        int end = endOfString(text, i);
        out.append(text, i, end);
        i = end - 1;
      } else if (c == '{' || c == '[') {
        int next = skipSpace(text, i + 1);
        if (text.charAt(next) == '}' || text.charAt(next) == ']') {
          out.append(c).append(text.charAt(next));
          i = next;
        } else {
          newLine(out.append(c), ++depth);
        }
      } else if (c == '}' || c == ']') {
        newLine(out, --depth);
        out.append(c);
      } else if (c == ',') {
        newLine(out.append(c), depth);
      } else if (c == ':') {
        out.append(": ");
      } else if (!isSpace(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int endOfString(String text, int start) {
    int i = start + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private static int skipSpace(String text, int start) {
    int i = start;
    while (isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static void newLine(StringBuilder out, int depth) {
    out.append('\n').append("  ".repeat(depth));
  }
}
