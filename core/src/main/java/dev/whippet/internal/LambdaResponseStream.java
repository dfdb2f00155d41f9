package dev.whippet.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whippet.HttpPrelude;
import dev.whippet.ResponseStream;
import dev.whippet.runtimeapi.ErrorReport;
import dev.whippet.runtimeapi.Invocation;
import dev.whippet.runtimeapi.Reply;
import dev.whippet.runtimeapi.RuntimeApiClient;
import dev.whippet.runtimeapi.StreamingBody;
import java.io.IOException;
import java.util.Objects;

/// The response of one invocation. It opens the request to Lambda when there is a chunk to send, so
/// that an error before that is the whole answer, and takes nothing any more when the invocation is
/// over: its synchronized methods keep a thread that the handler left behind from the requests that
/// follow.
final class LambdaResponseStream extends ResponseStream {
  private static final String HTTP_INTEGRATION =
      "application/vnd.awslambda.http-integration-response";

  /// What Lambda looks for between prelude and body.
  private static final String PRELUDE_END = "\0".repeat(8);

  private final RuntimeApiClient client;
  private final Invocation invocation;
  private final byte[] chunk = new byte[8 * 1024]; // what is not sent yet
  private int count;
  private String contentType = "application/octet-stream";
  private HttpPrelude prelude;
  private StreamingBody body;
  private IOException broken;
  private boolean closed;

  /// @param client null for a response that goes nowhere
  LambdaResponseStream(RuntimeApiClient client, Invocation invocation) {
    this.client = client;
    this.invocation = invocation;
  }

  /// What broke the connection, or null: the handler has met it as an exception too, but it is not
  /// the handler's.
  synchronized IOException broken() {
    return broken;
  }

  @Override
  public synchronized void contentType(String mediaType) {
    requireUnsent("content type");
    contentType = Objects.requireNonNull(mediaType);
  }

  @Override
  public synchronized void http(HttpPrelude prelude) {
    requireUnsent("HTTP prelude");
    this.prelude = Objects.requireNonNull(prelude);
  }

  private void requireUnsent(String what) {
    if (body != null) {
      throw new IllegalStateException(
          "too late for the " + what + ": a part of the response has been sent");
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen();
    if (length > chunk.length - count) {
      send(bytes, offset, length, false);
    } else {
      System.arraycopy(bytes, offset, chunk, count, length);
      count += length;
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    requireOpen();
    send(chunk, 0, 0, true);
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      flush();
      closed = true;
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the response stream is closed, or its invocation is over");
    }
  }

  /// Sends what is not sent yet, and these bytes behind it: at once, or with what follows.
  private void send(byte[] bytes, int offset, int length, boolean atOnce) throws IOException {
    if (client == null) {
      count = 0;
      return;
    }
    try {
      if (body == null) {
        byte[] head = prelude == null ? new byte[0] : json(prelude);
        body =
            client.respondStreaming(invocation, prelude == null ? contentType : HTTP_INTEGRATION);
        body.write(head, 0, head.length);
      }
      body.write(chunk, 0, count);
      body.write(bytes, offset, length);
      count = 0;
      if (atOnce) {
        body.flush();
      }
    } catch (IOException e) {
      broken = e;
      closed = true;
      if (body != null) { // no one must take the response for whole
        body.abort();
      }
      throw e;
    }
  }

  private static byte[] json(HttpPrelude prelude) {
    AsciiJson json = new AsciiJson().open('{').name("statusCode").value(prelude.statusCode());
    json.name("headers").open('{');
    prelude.headers().forEach((name, value) -> json.name(name).value(value));
    json.close('}').name("cookies").open('[');
    prelude.cookies().forEach(json::value);
    return json.close(']').close('}').toString().concat(PRELUDE_END).getBytes(US_ASCII);
  }

  /// Ends the response, an empty one if nothing was written.
  synchronized Reply end() throws IOException {
    closed = true;
    send(chunk, 0, 0, false);
    return body.end();
  }

  /// Ends the response with an error: behind what has been sent of it, or in its place.
  synchronized Reply fail(ErrorReport error) throws IOException {
    closed = true;
    if (body == null) {
      return client.reportInvocationError(invocation, error);
    }
    send(chunk, 0, 0, false);
    return body.fail(error);
  }
}
