package dev.whippet.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A path segment as [RFC 3986, section 2](https://www.rfc-editor.org/rfc/rfc3986#section-2) writes
/// it.
final class PercentEncoding {
  private PercentEncoding() {}

  static String encode(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (!isUnreserved(segment.charAt(i))) {
        return encodeBytes(segment.getBytes(UTF_8));
      }
    }
    return segment;
  }

  private static String encodeBytes(byte[] bytes) {
    StringBuilder encoded = new StringBuilder(3 * bytes.length);
    for (byte b : bytes) {
      if (isUnreserved((char) (b & 0xff))) {
        encoded.append((char) b);
      } else {
        encoded.append('%');
        encoded.append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xf, 16)));
        encoded.append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
