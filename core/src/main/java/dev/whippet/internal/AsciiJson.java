package dev.whippet.internal;

/// JSON text in ASCII on one line, fit for a header. For error reports, which must work where the
/// JSON library does not.
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
    comma();
    text.append('"').append(name).append("\":");
    return this;
  }

  /// A name that is data, and may need escapes.
  public AsciiJson text(String name) {
    value(name);
    text.append(':');
    return this;
  }

  public AsciiJson value(long value) {
    comma();
    text.append(value);
    return this;
  }

  public AsciiJson value(boolean value) {
    comma();
    text.append(value);
    return this;
  }

  public AsciiJson value(String value) {
    comma();
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
    return this;
  }

  private void comma() {
    int length = text.length();
    if (length > 0 && "[{:".indexOf(text.charAt(length - 1)) < 0) {
      text.append(',');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
