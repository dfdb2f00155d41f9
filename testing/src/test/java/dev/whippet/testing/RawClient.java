package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A runtime by hand: writes requests byte by byte to one connection and reads the answers.
final class RawClient implements AutoCloseable {
  static final String NEXT = "/2018-06-01/runtime/invocation/next";

  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
  }

  record Response(int status, Map<String, String> headers, String text) {
    String requestId() {
      return headers.get("lambda-runtime-aws-request-id");
    }

    String invocationId() {
      return headers.get("lambda-runtime-invocation-id");
    }
  }

  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /// Sends GET and reads the answer.
  Response get(String path, String... headers) throws IOException {
    sendGet(path, headers);
    return read();
  }

  void sendGet(String path, String... headers) throws IOException {
    send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + lines(headers) + "\r\n");
  }

  /// Asks for an event.
  Response next() throws IOException {
    return get(NEXT);
  }

  /// Sends POST and reads the answer.
  Response post(String path, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + lines(headers);
    send(head + "Content-Length: " + bytes.length + "\r\n\r\n");
    send(bytes);
    return read();
  }

  Response respond(String requestId, String body, String... headers) throws IOException {
    return post("/2018-06-01/runtime/invocation/" + requestId + "/response", body, headers);
  }

  Response error(String requestId, String body, String... headers) throws IOException {
    return post("/2018-06-01/runtime/invocation/" + requestId + "/error", body, headers);
  }

  /// Sends the head of a streaming response.
  void beginStream(String requestId, String... headers) throws IOException {
    send(
        "POST /2018-06-01/runtime/invocation/"
            + requestId
            + "/response HTTP/1.1\r\nHost: x\r\n"
            + "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
            + "Transfer-Encoding: chunked\r\n"
            + lines(headers)
            + "\r\n");
  }

  void chunk(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    send(Integer.toHexString(bytes.length) + "\r\n");
    send(bytes);
    send("\r\n");
  }

  private static String lines(String... headers) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      lines.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    return lines.toString();
  }

  Response read() throws IOException {
    String status = line();
    if (!status.matches("HTTP/1\\.1 \\d{3} .*")) {
      throw new IOException("bad status line " + status);
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(": ");
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
    }
    return new Response(
        Integer.parseInt(status.substring(9, 12)), headers, new String(body(headers), UTF_8));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (!"chunked".equals(headers.get("transfer-encoding"))) {
      return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("connection closed");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).replaceFirst("\r$", "");
  }

  /// Whether the server has closed the connection.
  boolean isClosedByServer() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
