package dev.whippet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Objects;

/// Sends [server-sent events](https://html.spec.whatwg.org/multipage/server-sent-events.html) over
/// a streamed HTTP response, each at once. For one thread at a time.
public final class ServerSentEvents {
  private final ResponseStream response;

  private ServerSentEvents(ResponseStream response) {
    this.response = response;
  }

  /// Makes a response a stream of events, with status 200 and `text/event-stream`.
  ///
  /// @param response nothing of which has been sent
  /// @return sends the events
  public static ServerSentEvents over(ResponseStream response) {
    response.http(
        HttpPrelude.status(200)
            .header("Content-Type", "text/event-stream; charset=utf-8")
            .header("Cache-Control", "no-cache"));
    return new ServerSentEvents(response);
  }

  /// Sends an event without name and id.
  ///
  /// @param data its data, of one or several lines
  /// @throws IOException if the connection to Lambda is broken
  public void send(String data) throws IOException {
    send(null, null, data);
  }

  /// Sends an event.
  ///
  /// @param event its name; may be null
  /// @param id its id, which a browser that reconnects sends back; may be null
  /// @param data its data, of one or several lines
  /// @throws IllegalArgumentException if the name or the id has several lines
  /// @throws IOException if the connection to Lambda is broken
  public void send(String event, String id, String data) throws IOException {
    StringBuilder text = new StringBuilder(data.length() + 32);
    appendField(text, "event", event);
    appendField(text, "id", id);
    appendLines(text, "data: ", data);
    write(text);
  }

  /// Sends a comment, which keeps the connection open and which browsers skip.
  ///
  /// @param text of one or several lines
  /// @throws IOException if the connection to Lambda is broken
  public void comment(String text) throws IOException {
    StringBuilder lines = new StringBuilder();
    appendLines(lines, ": ", text);
    write(lines);
  }

  private static void appendField(StringBuilder text, String name, String value) {
    if (value != null) {
      if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
        throw new IllegalArgumentException(name + " of a server-sent event: expected one line");
      }
      text.append(name).append(": ").append(value).append('\n');
    }
  }

  private static void appendLines(StringBuilder text, String prefix, String lines) {
    for (String line : Objects.requireNonNull(lines).split("\r\n|\r|\n", -1)) {
      text.append(prefix).append(line).append('\n');
    }
  }

  private void write(StringBuilder text) throws IOException {
    response.write(text.append('\n').toString().getBytes(UTF_8));
    response.flush();
  }
}
