package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/// The header lines of one response, kept as bytes; a value becomes a string when it is asked for.
public final class Headers {
  private static final int FIELDS_PER_LINE = 3;

  private final byte[] bytes;
  // for each line: where its name starts, where its colon is, where it ends
  private final int[] lines;

  private Headers(byte[] bytes, int[] lines) {
    this.bytes = bytes;
    this.lines = lines;
  }

  /// Takes apart header lines that each end with LF or CRLF, without the empty line.
  static Headers parse(byte[] source, int from, int to) throws HttpFormatException {
    byte[] bytes = Arrays.copyOfRange(source, from, to);
    int[] lines = new int[countLines(bytes) * FIELDS_PER_LINE];
    int count = 0;
    for (int start = 0; start < bytes.length; ) {
      int end = start;
      int colon = -1;
      for (; bytes[end] != '\n'; end++) {
        if (colon < 0 && bytes[end] == ':') {
          colon = end;
        }
      }
      if (colon <= start || bytes[start] <= ' ' || bytes[colon - 1] <= ' ') {
        throw new HttpFormatException(
            "expected a header line 'name: value', got '" + excerpt(bytes, start, end) + "'");
      }
      lines[count++] = start;
      lines[count++] = colon;
      lines[count++] = end;
      start = end + 1;
    }
    return new Headers(bytes, lines);
  }

  private static int countLines(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      if (b == '\n') {
        count++;
      }
    }
    return count;
  }

  /// The first value of a header.
  ///
  /// @param name in lower case ASCII
  /// @return the value without the white space around it
  public Optional<String> get(String name) {
    int line = find(name, 0);
    return line < 0 ? Optional.empty() : Optional.of(value(line));
  }

  int find(String name, int fromLine) {
    for (int i = fromLine; i < lines.length; i += FIELDS_PER_LINE) {
      if (matches(name, lines[i], lines[i + 1])) {
        return i;
      }
    }
    return -1;
  }

  int findNext(String name, int afterLine) {
    return find(name, afterLine + FIELDS_PER_LINE);
  }

  String value(int line) {
    int start = lines[line + 1] + 1;
    int end = lines[line + 2];
    while (start < end && isSpace(bytes[start])) {
      start++;
    }
    while (end > start && isSpace(bytes[end - 1])) {
      end--;
    }
    return new String(bytes, start, end - start, UTF_8);
  }

  private boolean matches(String name, int start, int end) {
    if (end - start != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      int b = bytes[start + i];
      if (b >= 'A' && b <= 'Z') {
        b += 'a' - 'A';
      }
      if (b != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  static String excerpt(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + 60);
    StringBuilder text = new StringBuilder(end - from);
    for (int i = from; i < end; i++) {
      text.append(bytes[i] < ' ' || bytes[i] == 0x7f ? '.' : (char) bytes[i]);
    }
    return text.toString().strip();
  }
}
