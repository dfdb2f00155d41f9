package dev.whippet.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Optional;

/// The header lines of one response, as bytes in the reader's memory: to be asked before the next
/// response is read. A value becomes a string when it is asked for.
public final class Headers {
  private static final int COLON = 1;
  private static final int VALUE = 2;
  private static final int END = 3;
  private static final int MARKS = 4;

  private static final long MAX_NUMBER = 1L << 58;

  private byte[] bytes = {};
  private byte[] recurring = {};
  private String recurringText = "";
  private byte[] wanted = new byte[64]; // the name that is looked for
  private int[] marks = new int[MARKS * 12]; // of each line: start, colon, value, its end
  private int size;

  Headers() {}

  void clear() {
    size = 0;
  }

  /// Adds a line.
  ///
  /// @param memory holds all lines so far, too
  /// @param end behind its LF
  void add(byte[] memory, int start, int end) throws ProtocolException {
    if (size == marks.length) {
      marks = Arrays.copyOf(marks, 2 * size);
    }
    int colon = colon(memory, start, end);
    int from = colon + 1;
    while (memory[from] == ' ' || memory[from] == '\t') {
      from++;
    }
    int to = end;
    while (to > from && memory[to - 1] <= ' ' && memory[to - 1] >= 0) {
      to--;
    }
    bytes = memory;
    marks[size] = start;
    marks[size + COLON] = colon;
    marks[size + VALUE] = from;
    marks[size + END] = to;
    size += MARKS;
  }

  /// Where the colon of a header line is.
  static int colon(byte[] memory, int start, int end) throws ProtocolException {
    int colon = start;
    while (colon < end && memory[colon] != ':') {
      colon++;
    }
    if (colon == end || colon == start || memory[start] <= ' ' || memory[colon - 1] <= ' ') {
      throw new ProtocolException(
          "expected a header line 'name: value', got '%s'".formatted(excerpt(memory, start, end)));
    }
    return colon;
  }

  /// The first value of a header.
  ///
  /// @param name in any case
  /// @return the value without the white space around it
  public Optional<String> get(String name) {
    int line = find(name, 0);
    return line < 0 ? Optional.empty() : Optional.of(value(line));
  }

  /// The first value of a header that says the same most of the time, and is decoded when it does
  /// not.
  ///
  /// @param name in any case
  /// @return empty if there is none
  public String getRecurring(String name) {
    int line = find(name, 0);
    int start = line < 0 ? 0 : marks[line + VALUE];
    int end = line < 0 ? 0 : marks[line + END];
    if (!Arrays.equals(bytes, start, end, recurring, 0, recurring.length)) {
      recurring = Arrays.copyOfRange(bytes, start, end);
      recurringText = new String(recurring, UTF_8);
    }
    return recurringText;
  }

  /// The first value of a header, as a number.
  ///
  /// @param name in any case
  /// @return -1 if there is none, or it is no number, or has too many digits
  public long number(String name) {
    int line = find(name, 0);
    return line < 0 ? -1 : number(bytes, marks[line + VALUE], marks[line + END], 10);
  }

  boolean isRepeated(String name) {
    int first = find(name, 0);
    return first >= 0 && find(name, first + MARKS) >= 0;
  }

  /// What `Content-Length` says, -1 if there is none.
  ///
  /// @throws ProtocolException if it is no number, or says several
  long contentLength() throws ProtocolException {
    long length = -1;
    int line = find("Content-Length", 0);
    for (; line >= 0; line = find("Content-Length", line + MARKS)) {
      long number = number(bytes, marks[line + VALUE], marks[line + END], 10);
      if (number < 0 || length >= 0 && number != length) {
        throw new ProtocolException(
            "expected one number as Content-Length, got '" + value(line) + "'");
      }
      length = number;
    }
    return length;
  }

  /// Where the marks of a header's line are, from some line on; -1 if there is none.
  @SuppressWarnings("deprecation") // a copy of ASCII text without a call for each character
  private int find(String name, int from) {
    int length = name.length();
    if (length > wanted.length) {
      wanted = new byte[length];
    }
    name.getBytes(0, length, wanted, 0);
    for (int line = from; line < size; line += MARKS) {
      if (marks[line + COLON] - marks[line] == length && isWanted(marks[line], length)) {
        return line;
      }
    }
    return -1;
  }

  private boolean isWanted(int start, int length) {
    for (int i = 0; i < length; i++) {
      byte a = bytes[start + i];
      byte b = wanted[i];
      if (a != b && Character.toLowerCase(a) != Character.toLowerCase(b)) {
        return false;
      }
    }
    return true;
  }

  private String value(int line) {
    int start = marks[line + VALUE];
    return new String(bytes, start, marks[line + END] - start, UTF_8);
  }

  /// Digits as a number; -1 if they are none, or too many.
  static long number(byte[] digits, int from, int to, int radix) {
    long number = from < to ? 0 : -1;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(digits[i], radix);
      if (digit < 0 || number > MAX_NUMBER) {
        return -1;
      }
      number = radix * number + digit;
    }
    return number;
  }

  static String excerpt(byte[] bytes, int from, int to) {
    StringBuilder text =
        new StringBuilder(new String(bytes, from, Math.min(to - from, 60), ISO_8859_1).strip());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        text.setCharAt(i, '.');
      }
    }
    return text.toString();
  }
}
