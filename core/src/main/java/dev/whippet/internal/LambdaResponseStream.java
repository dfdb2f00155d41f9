package dev.whippet.internal;

import dev.whippet.HttpPrelude;
import dev.whippet.ResponseStream;
import dev.whippet.internal.json.JsonBinding;
import dev.whippet.runtimeapi.ErrorReport;
import dev.whippet.runtimeapi.Invocation;
import dev.whippet.runtimeapi.Reply;
import dev.whippet.runtimeapi.RuntimeApiClient;
import dev.whippet.runtimeapi.StreamingBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The response of one invocation, which opens the request to Lambda when there is something to
/// send.
final class LambdaResponseStream extends ResponseStream {
  private static final String HTTP_INTEGRATION =
      "application/vnd.awslambda.http-integration-response";

  /// What Lambda looks for between prelude and body.
  private static final byte[] PRELUDE_END = new byte[8];

  private final RuntimeApiClient client;
  private final Invocation invocation;
  private final byte[] single = new byte[1];
  private String contentType = "application/octet-stream";
  private HttpPrelude prelude;
  private StreamingBody body;
  private boolean closed;

  LambdaResponseStream(RuntimeApiClient client, Invocation invocation) {
    this.client = client;
    this.invocation = invocation;
  }

  /// Whether the request to Lambda is open, and an error can only go behind the response.
  boolean isSent() {
    return body != null;
  }

  @Override
  public void contentType(String mediaType) {
    requireUnsent("content type");
    contentType = Objects.requireNonNull(mediaType);
  }

  @Override
  public void http(HttpPrelude prelude) {
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
    single[0] = (byte) b;
    write(single, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (closed) {
      throw new IOException("the response stream is closed");
    }
    open().write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (!closed) {
      open().flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      flush();
      closed = true;
    }
  }

  private StreamingBody open() throws IOException {
    if (body == null) {
      body = client.respondStreaming(invocation, prelude == null ? contentType : HTTP_INTEGRATION);
      if (prelude != null) {
        byte[] json = json(prelude);
        body.write(json, 0, json.length);
        body.write(PRELUDE_END, 0, PRELUDE_END.length);
      }
    }
    return body;
  }

  private static byte[] json(HttpPrelude prelude) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("statusCode", prelude.statusCode());
    fields.put("headers", prelude.headers());
    fields.put("cookies", prelude.cookies());
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    new JsonBinding().write(fields, json);
    return json.toByteArray();
  }

  /// Ends the response, an empty one if nothing was written.
  Reply end() throws IOException {
    return open().end();
  }

  /// Ends the response with an error behind it.
  Reply fail(ErrorReport error) throws IOException {
    return body.fail(error);
  }
}
