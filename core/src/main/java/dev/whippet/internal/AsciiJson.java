package dev.whippet.internal;

/// JSON text in ASCII on one line, fit for a header. For error reports, which must work where the
/// JSON library does not, and for what a start would not load that library for.
public final class AsciiJson {
  private final StringBuilder text = new StringBuilder(256);

  public AsciiJson open(char bracket) {
    comma();
    text.append(bracket);
    return this;
  }

  public AsciiJson close(char bracket) {
    text.append(bracket);
    return this;
  }

  public AsciiJson name(String name) {
    value(name);
    text.append(':');
    return this;
  }

  /// An integer or a boolean as such, anything else as a string.
  public AsciiJson value(Object value) {
    comma();
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      text.append(value);
    } else {
      quote(String.valueOf(value));
    }
    return this;
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c == '\n') {
        text.append("\\n");
      } else if (c < ' ' || c > '~') {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append(Character.forDigit(c >> shift & 0xf, 16));
        }
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private void comma() {
    int length = text.length();
    if (length > 0 && "[{:".indexOf(text.charAt(length - 1)) < 0) {
      text.append(',');
    }
  }

  public int length() {
    return text.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
