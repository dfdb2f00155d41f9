package dev.whippet.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The server's end of one connection.
public final class Peer {
  private final Socket socket;
  private final int connection;
  private final ScriptedServer server;
  private final InputStream in;
  private final OutputStream out;

  Peer(Socket socket, int connection, ScriptedServer server) throws IOException {
    this.socket = socket;
    this.connection = connection;
    this.server = server;
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /// The connection's number, from 0.
  public int connection() {
    return connection;
  }

  /// The next request, whole; null if the client has closed the connection instead.
  public RecordedRequest readRequest() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    String[] start = ((char) first + readLine()).split(" ", -1);
    if (start.length != 3 || !start[2].equals("HTTP/1.1")) {
      throw new IOException("not a request line: " + String.join(" ", start));
    }
    RecordedRequest request = readRest(start[0], start[1]);
    server.record(request);
    return request;
  }

  private RecordedRequest readRest(String method, String path) throws IOException {
    List<Map.Entry<String, String>> headers = readFields();
    RecordedRequest head =
        new RecordedRequest(connection, method, path, headers, new byte[0], List.of(), List.of());
    List<Integer> chunks = new ArrayList<>();
    List<Map.Entry<String, String>> trailers = List.of();
    byte[] body = new byte[0];
    if ("chunked".equals(head.header("Transfer-Encoding"))) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      for (int size = readChunkSize(); size > 0; size = readChunkSize()) {
        chunks.add(size);
        content.write(readExactly(size));
        if (!readLine().isEmpty()) {
          throw new IOException("a chunk without an end");
        }
      }
      trailers = readFields();
      body = content.toByteArray();
    } else if (head.header("Content-Length") != null) {
      body = readExactly(Integer.parseInt(head.header("Content-Length")));
    }
    return new RecordedRequest(connection, method, path, headers, body, chunks, trailers);
  }

  private int readChunkSize() throws IOException {
    return Integer.parseInt(readLine(), 16);
  }

  private List<Map.Entry<String, String>> readFields() throws IOException {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int colon = line.indexOf(": ");
      if (colon <= 0) {
        throw new IOException("not a header line: " + line);
      }
      fields.add(Map.entry(line.substring(0, colon), line.substring(colon + 2)));
    }
    return fields;
  }

  private byte[] readExactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the client broke off");
    }
    return bytes;
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\r'; b = in.read()) {
      if (b < 0 || b == '\n') {
        throw new EOFException("a line without an end: " + line.toString(UTF_8));
      }
      line.write(b);
    }
    if (in.read() != '\n') {
      throw new IOException("CR without LF behind " + line.toString(UTF_8));
    }
    return line.toString(UTF_8);
  }

  /// One byte of what the client sends; -1 if it has closed the connection.
  public int readByte() throws IOException {
    return in.read();
  }

  /// Reads to the end of the first occurrence of some text, which does not begin in itself again.
  ///
  /// @return how many bytes that were
  public long skipUntil(String end) throws IOException {
    long count = 0;
    for (int matched = 0; matched < end.length(); count++) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the client broke off after " + count + " bytes");
      }
      matched = b == end.charAt(matched) ? matched + 1 : b == end.charAt(0) ? 1 : 0;
    }
    return count;
  }

  /// Sends text, each char one byte.
  public void send(String latin1) throws IOException {
    send(latin1.getBytes(ISO_8859_1));
  }

  /// Sends bytes at once.
  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// Sends bytes each in a segment of its own.
  public void drip(String latin1) throws IOException {
    for (byte b : latin1.getBytes(ISO_8859_1)) {
      send(new byte[] {b});
    }
  }

  /// Sends bytes in two parts, with time between them for the first to arrive alone.
  public void split(byte[] bytes, int at) throws IOException {
    out.write(bytes, 0, at);
    ScriptedServer.pause(1);
    out.write(bytes, at, bytes.length - at);
  }

  /// Closes the connection in order: FIN behind what was sent.
  public void fin() throws IOException {
    socket.close();
  }

  /// Breaks the connection: RST.
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /// Says nothing more until the client, or the test, closes the connection.
  public void hold() throws IOException {
    while (in.read() >= 0) {
      // what comes is of no interest
    }
  }
}
