package dev.whippet.testing.internal.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A response under construction. Values with a line break or another control character, which
/// would be a second header or response, are refused.
public final class HttpResponse {
  /// As a server with a small write buffer would cut it: clients must join chunks.
  private static final int CHUNK = 8192;

  private static final byte[] CRLF = {'\r', '\n'};

  private final int status;
  private final List<String> lines = new ArrayList<>(8);
  private byte[] body = {};
  private boolean chunked;

  private HttpResponse(int status) {
    this.status = status;
  }

  /// A response without body.
  public static HttpResponse of(int status) {
    return new HttpResponse(status);
  }

  /// A response with a JSON body.
  public static HttpResponse json(int status, String json) {
    return of(status)
        .header("Content-Type", "application/json")
        .body(json.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds a header field.
  ///
  /// @throws IllegalArgumentException if name or value holds a control character
  public HttpResponse header(String name, String value) {
    String line = name + ": " + value;
    if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      throw new IllegalArgumentException("control character in header " + name);
    }
    lines.add(line);
    return this;
  }

  /// Sets the body.
  public HttpResponse body(byte[] bytes) {
    body = bytes;
    return this;
  }

  /// Sends the body with `Transfer-Encoding: chunked` rather than `Content-Length`.
  public HttpResponse chunked(boolean on) {
    chunked = on;
    return this;
  }

  int status() {
    return status;
  }

  boolean hasBody() {
    return status >= 200 && status != 204 && status != 304;
  }

  byte[] encode(boolean withBody) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 + body.length);
    writeHead(bytes);
    if (!hasBody()) {
      bytes.writeBytes(CRLF);
    } else if (chunked) {
      writeLine(bytes, "Transfer-Encoding: chunked");
      bytes.writeBytes(CRLF);
      if (withBody) {
        writeChunks(bytes);
      }
    } else {
      writeLine(bytes, "Content-Length: " + body.length);
      bytes.writeBytes(CRLF);
      if (withBody) {
        bytes.writeBytes(body);
      }
    }
    return bytes.toByteArray();
  }

  byte[] encodeStreamingHead() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    writeHead(bytes);
    writeLine(bytes, "Transfer-Encoding: chunked");
    bytes.writeBytes(CRLF);
    return bytes.toByteArray();
  }

  static byte[] encodeChunk(byte[] source, int offset, int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length + 16);
    writeChunk(bytes, source, offset, length);
    return bytes.toByteArray();
  }

  private void writeHead(ByteArrayOutputStream bytes) {
    writeLine(bytes, "HTTP/1.1 " + status + " " + reason(status));
    lines.forEach(line -> writeLine(bytes, line));
  }

  private void writeChunks(ByteArrayOutputStream bytes) {
    for (int offset = 0; offset < body.length; offset += CHUNK) {
      writeChunk(bytes, body, offset, Math.min(CHUNK, body.length - offset));
    }
    writeLine(bytes, "0");
    bytes.writeBytes(CRLF);
  }

  private static void writeChunk(ByteArrayOutputStream out, byte[] source, int offset, int length) {
    String size = HexFormat.of().toHexDigits(length);
    writeLine(out, size.replaceFirst("^0+(?=.)", ""));
    out.write(source, offset, length);
    out.writeBytes(CRLF);
  }

  private static void writeLine(ByteArrayOutputStream bytes, String line) {
    bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(CRLF);
  }

  private static String reason(int status) {
    return switch (status) {
      case 100 -> "Continue";
      case 200 -> "OK";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 302 -> "Found";
      case 304 -> "Not Modified";
      case 400 -> "Bad Request";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 410 -> "Gone";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 505 -> "HTTP Version Not Supported";
      // the phrase is optional, the space before it is not
      default -> "";
    };
  }
}
