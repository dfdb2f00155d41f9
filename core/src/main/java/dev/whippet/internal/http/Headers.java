package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/// The header lines of one response, as bytes in the reader's memory: to be asked before the next
/// response is read. A value becomes a string when it is asked for.
public final class Headers {
  private final byte[] lines;
  private final int from;
  private final int to;

  private Headers(byte[] lines, int from, int to) {
    this.lines = lines;
    this.from = from;
    this.to = to;
  }

  /// Header lines that each end with LF or CRLF, without the empty line.
  static Headers parse(byte[] lines, int from, int to) throws HttpFormatException {
    Headers headers = new Headers(lines, from, to);
    for (int line = from; line < to; line = headers.lineEnd(line) + 1) {
      headers.check(line);
    }
    return headers;
  }

  private void check(int start) throws HttpFormatException {
    int end = lineEnd(start);
    int colon = start;
    while (colon < end && lines[colon] != ':') {
      colon++;
    }
    if (colon == end || colon == start || lines[start] <= ' ' || lines[colon - 1] <= ' ') {
      throw new HttpFormatException(
          "expected a header line 'name: value', got '%s'".formatted(excerpt(lines, start, end)));
    }
  }

  private int lineEnd(int from) {
    int end = from;
    while (lines[end] != '\n') {
      end++;
    }
    return end;
  }

  /// The first value of a header.
  ///
  /// @param name in any case
  /// @return the value without the white space around it
  public Optional<String> get(String name) {
    int value = find(name, from);
    return value < 0 ? Optional.empty() : Optional.of(value(value));
  }

  boolean isRepeated(String name) {
    int first = find(name, from);
    return first >= 0 && find(name, lineEnd(first) + 1) >= 0;
  }

  /// What `Content-Length` says, -1 if there is none.
  ///
  /// @throws HttpFormatException if it is no number, or says several
  long contentLength() throws HttpFormatException {
    long length = -1;
    int value = find("Content-Length", from);
    while (value >= 0) {
      long number = number(lines, value, valueEnd(value), 10);
      if (number < 0 || length >= 0 && number != length) {
        throw new HttpFormatException(
            "expected one number as Content-Length, got '" + value(value) + "'");
      }
      length = number;
      value = find("Content-Length", lineEnd(value) + 1);
    }
    return length;
  }

  /// Where the value of a header starts; -1 if there is none from a line on.
  private int find(String name, int fromLine) {
    for (int line = fromLine; line < to; line = lineEnd(line) + 1) {
      int colon = line + name.length();
      if (colon < to && lines[colon] == ':' && startsWith(name, line)) {
        int value = colon + 1;
        while (lines[value] == ' ' || lines[value] == '\t') {
          value++;
        }
        return value;
      }
    }
    return -1;
  }

  private boolean startsWith(String name, int line) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(lines[line + i]) != Character.toLowerCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private String value(int start) {
    return new String(lines, start, valueEnd(start) - start, UTF_8);
  }

  private int valueEnd(int start) {
    int end = lineEnd(start);
    while (end > start && lines[end - 1] <= ' ' && lines[end - 1] >= 0) {
      end--;
    }
    return end;
  }

  /// Digits as a number, at most one above [ResponseReader#MAX_BODY]; -1 if they are none.
  static long number(byte[] digits, int from, int to, int radix) {
    long number = from < to ? 0 : -1;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(digits[i], radix);
      if (digit < 0) {
        return -1;
      }
      number = Math.min(radix * number + digit, ResponseReader.MAX_BODY + 1L);
    }
    return number;
  }

  static String excerpt(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, Math.min(to - from, 60), ISO_8859_1);
    return text.strip().replaceAll("[^ -~]", ".");
  }
}
