package dev.whippet.testing.internal.http;

import java.io.IOException;
import java.util.List;

/// Reads a request's head.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
final class HeadReader {
  /// Clients send the X-Ray error cause in a header of up to 1 MiB.
  private static final int MAX_HEAD = 2 * 1024 * 1024;

  private static final int MAX_REQUEST_LINE = 64 * 1024;
  private static final int MAX_FIELDS = 1000;
  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

  private HeadReader() {}

  /// The next request's head, or null if the connection ended instead.
  static HttpRequest read(ByteSource source) throws IOException {
    String line = source.line(MAX_REQUEST_LINE, 414);
    if (line == null) {
      return null;
    }
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !isToken(parts[0])) {
      throw new MalformedRequestException(400, "request line is not METHOD TARGET HTTP/1.1");
    }
    boolean http10 = parts[2].equals("HTTP/1.0");
    if (!http10 && !parts[2].equals("HTTP/1.1")) {
      boolean versioned = parts[2].startsWith("HTTP/");
      throw new MalformedRequestException(
          versioned ? 505 : 400, "expected HTTP/1.1, not " + parts[2]);
    }
    String target = parts[1];
    if (!target.startsWith("/") || !isVisible(target)) {
      throw new MalformedRequestException(400, "request target does not start with /");
    }
    Headers headers = fields(source);
    if (!http10 && headers.all("Host").size() != 1) {
      throw new MalformedRequestException(400, "exactly one Host header is required");
    }
    int query = target.indexOf('?');
    boolean keepAlive = !http10 && !headers.hasToken("Connection", "close");
    return new HttpRequest(
        parts[0],
        query < 0 ? target : target.substring(0, query),
        query < 0 ? "" : target.substring(query + 1),
        keepAlive,
        headers);
  }

  /// Header or trailer fields up to the empty line.
  static Headers fields(ByteSource source) throws IOException {
    Headers headers = new Headers();
    int left = MAX_HEAD;
    for (int count = 0; ; count++) {
      String line = source.line(left, 431);
      if (line == null) {
        throw new TruncatedBodyException();
      }
      if (line.isEmpty()) {
        return headers;
      }
      left -= Math.min(left, line.length());
      if (count == MAX_FIELDS) {
        throw new MalformedRequestException(431, "more than " + MAX_FIELDS + " header fields");
      }
      int colon = line.indexOf(':');
      if (colon < 0 || !isToken(line.substring(0, colon))) {
        throw new MalformedRequestException(400, "header line is not Name: value");
      }
      String value = line.substring(colon + 1).strip();
      if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
        throw new MalformedRequestException(400, "control character in a header's value");
      }
      headers.add(line.substring(0, colon), value);
    }
  }

  /// The length of the body, -1 if it is chunked.
  static long bodyLength(Headers headers) throws MalformedRequestException {
    List<String> encodings = headers.all("Transfer-Encoding");
    List<String> lengths = headers.all("Content-Length");
    if (!encodings.isEmpty()) {
      if (!lengths.isEmpty()) {
        throw new MalformedRequestException(400, "both Content-Length and Transfer-Encoding");
      }
      if (encodings.size() > 1 || !encodings.getFirst().equalsIgnoreCase("chunked")) {
        throw new MalformedRequestException(501, "Transfer-Encoding is not chunked");
      }
      return -1;
    }
    if (lengths.isEmpty()) {
      return 0;
    }
    String length = lengths.getFirst();
    if (lengths.size() > 1
        || length.isEmpty()
        || length.length() > 18
        || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new MalformedRequestException(400, "Content-Length is not one number");
    }
    return Long.parseLong(length);
  }

  private static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || TOKEN_PUNCTUATION.indexOf(c) >= 0);
  }

  private static boolean isVisible(String text) {
    return text.chars().allMatch(c -> c > ' ' && c != 0x7f);
  }
}
