package dev.whippet.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/// Responses of a Runtime API as bytes, one char a byte.
public final class Wire {
  /// The answer to a reply that Lambda takes.
  public static final String ACCEPTED = response(202, "{\"status\":\"OK\"}\n");

  private Wire() {}

  /// A response with a Content-Length.
  public static String response(int status, String body) {
    String bytes = latin1(body);
    return "HTTP/1.1 " + status + " X\r\nContent-Length: " + bytes.length() + "\r\n\r\n" + bytes;
  }

  /// An event with a Content-Length.
  public static String event(String id, String payload) {
    return event(id, payload, Map.of());
  }

  /// An event with further headers.
  public static String event(String id, String payload, Map<String, String> headers) {
    String bytes = latin1(payload);
    return eventHead(id, headers) + "Content-Length: " + bytes.length() + "\r\n\r\n" + bytes;
  }

  /// An event in chunks of some size, as the real Lambda sends it.
  public static String chunkedEvent(String id, String payload, int chunkSize) {
    String bytes = latin1(payload);
    StringBuilder wire = new StringBuilder(eventHead(id, Map.of()));
    wire.append("Transfer-Encoding: chunked\r\n\r\n");
    for (int at = 0; at < bytes.length(); at += chunkSize) {
      String chunk = bytes.substring(at, Math.min(bytes.length(), at + chunkSize));
      wire.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
    }
    return wire.append("0\r\n\r\n").toString();
  }

  /// Status line and headers of an event, without those that frame the body and the empty line.
  public static String eventHead(String id, Map<String, String> headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
    head.append("Lambda-Runtime-Aws-Request-Id: ").append(id).append("\r\n");
    head.append("Lambda-Runtime-Deadline-Ms: 4102444800000\r\n");
    headers.forEach(
        (name, value) -> head.append(name).append(": ").append(latin1(value)).append("\r\n"));
    return head.toString();
  }

  private static String latin1(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
