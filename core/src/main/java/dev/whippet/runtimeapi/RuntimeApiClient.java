package dev.whippet.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.internal.http.Backoff;
import dev.whippet.internal.http.HttpClient;
import dev.whippet.internal.http.HttpResponse;
import dev.whippet.internal.http.RequestHead;
import java.io.IOException;
import java.util.Objects;

/// A blocking client of the Lambda Runtime API, with one connection that it keeps and renews by
/// itself.
///
/// For one thread at a time; only [#close] may come from another thread. Each worker of a function
/// that handles several events at a time has a client of its own.
///
/// No reply is sent twice once a byte of it may have reached Lambda. A status other than 2xx to a
/// reply is a [Reply], not an exception, since the next event can still be asked for; only 500 is
/// an exception, since Lambda then expects the process to end.
///
/// ```java
/// try (RuntimeApiClient client = RuntimeApiClient.create(System.getenv("AWS_LAMBDA_RUNTIME_API"))) {
///   while (true) {
///     Invocation invocation = client.next();
///     client.respond(invocation, answer(invocation.payload()));
///   }
/// }
/// ```
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda Runtime
///   API</a>
public final class RuntimeApiClient implements AutoCloseable {
  private final Endpoint endpoint;
  private final String lines; // what all requests have behind their path
  private final HttpClient http;
  private final RequestHead head = new RequestHead();
  private final RequestHead next = new RequestHead();

  private RuntimeApiClient(Endpoint endpoint) {
    this.http = new HttpClient(endpoint.address());
    this.endpoint = endpoint;
    this.lines =
        " HTTP/1.1\r\nHost: "
            + endpoint.authority()
            + "\r\nUser-Agent: "
            + UserAgent.VALUE
            + "\r\n";
    next.start("GET", Protocol.NEXT).text(lines).end();
  }

  /// A client for the server at an address, to which it connects with the first request.
  ///
  /// @param runtimeApi host and port, as in `AWS_LAMBDA_RUNTIME_API`
  /// @return the client
  /// @throws IllegalArgumentException if it is not `host:port`, or the host has no address
  public static RuntimeApiClient create(String runtimeApi) {
    return new RuntimeApiClient(Endpoint.parse(runtimeApi));
  }

  /// A client for the same server, with a connection of its own.
  ///
  /// @return the client
  public RuntimeApiClient another() {
    return new RuntimeApiClient(endpoint);
  }

  /// Waits for the next event, for as long as it takes: Lambda may freeze the process meanwhile.
  ///
  /// @return the event
  /// @throws RuntimeApiException if Lambda answers with anything but an event
  /// @throws IOException if the server cannot be reached or breaks off; nothing is lost then, and
  ///   the call may be repeated
  public Invocation next() throws IOException {
    Invocation invocation = Invocation.of(require200("next invocation", http.get(next)));
    if (invocation.requestId().isEmpty()) {
      throw new RuntimeApiException(
          200, "the Runtime API sent an event without a Lambda-Runtime-Aws-Request-Id");
    }
    return invocation;
  }

  /// Answers an invocation with a result, in one piece.
  ///
  /// @param invocation what to answer
  /// @param result the result, JSON unless the caller of the function expects otherwise
  /// @return what Lambda says to it
  /// @throws RuntimeApiException if Lambda asks the process to end
  /// @throws RequestNotSentException if it has certainly not reached Lambda
  /// @throws IOException if it is not known whether the result has reached Lambda
  public Reply respond(Invocation invocation, byte[] result) throws IOException {
    return respond(invocation, result, 0, result.length);
  }

  /// Answers an invocation with a result that is a part of an array, in one piece.
  ///
  /// @param invocation what to answer
  /// @param buffer holds the result
  /// @param offset where it starts
  /// @param length its length in bytes
  /// @return what Lambda says to it
  /// @throws RuntimeApiException if Lambda asks the process to end
  /// @throws RequestNotSentException if it has certainly not reached Lambda
  /// @throws IOException if it is not known whether the result has reached Lambda
  public Reply respond(Invocation invocation, byte[] buffer, int offset, int length)
      throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    startAnswer(invocation, "/response");
    return reply("response", postJson(buffer, offset, length));
  }

  /// Answers an invocation with a result that is sent while it is made.
  ///
  /// @param invocation what to answer
  /// @param contentType the result's media type
  /// @return takes the result; to be ended by its `end` or `fail`
  /// @throws RequestNotSentException if the server cannot be reached
  /// @throws IOException if the request cannot be sent
  /// @see <a
  ///   href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming">Response
  ///   streaming in a custom runtime</a>
  public StreamingBody respondStreaming(Invocation invocation, String contentType)
      throws IOException {
    startAnswer(invocation, "/response")
        .header("Content-Type", contentType)
        .header(Protocol.RESPONSE_MODE, "streaming")
        .header("Transfer-Encoding", "chunked")
        .header("Trailer", Protocol.ERROR_TYPE + ", " + Protocol.ERROR_BODY)
        .end();
    return new StreamingBody(http.stream(head));
  }

  /// Answers an invocation with an error.
  ///
  /// @param invocation what to answer
  /// @param error the error
  /// @return what Lambda says to it
  /// @throws RuntimeApiException if Lambda asks the process to end
  /// @throws RequestNotSentException if it has certainly not reached Lambda
  /// @throws IOException if it is not known whether the report has reached Lambda
  public Reply reportInvocationError(Invocation invocation, ErrorReport error) throws IOException {
    startAnswer(invocation, "/error");
    return postError("error", error);
  }

  /// Tells Lambda that the function could not be set up. The process must end after it.
  ///
  /// @param error why
  /// @return what Lambda says to it
  /// @throws RequestNotSentException if it has certainly not reached Lambda
  /// @throws IOException if it is not known whether the report has reached Lambda
  public Reply reportInitError(ErrorReport error) throws IOException {
    start("POST", Protocol.INIT_ERROR);
    return postError("init error", error);
  }

  /// Tells Lambda that the process is ready for a SnapStart snapshot, and returns when it has been
  /// restored from one.
  ///
  /// @throws IOException if the server refuses, or cannot be reached in several tries
  public void restoreNext() throws IOException {
    RequestHead restore = start("GET", Protocol.RESTORE_NEXT).end();
    // the snapshot may break the connection: the question is then asked again
    HttpResponse response = Backoff.retry(IOException.class, () -> http.get(restore));
    http.disconnect(); // the connection is part of the snapshot, and dead in whatever it becomes
    require200("restore", response);
  }

  /// Tells Lambda that the work after a restore has failed. The process must end after it.
  ///
  /// @param error why
  /// @return what Lambda says to it
  /// @throws RequestNotSentException if it has certainly not reached Lambda
  /// @throws IOException if it is not known whether the report has reached Lambda
  public Reply reportRestoreError(ErrorReport error) throws IOException {
    start("POST", Protocol.RESTORE_ERROR);
    return postError("restore error", error);
  }

  /// Registers an internal extension for no events. Lambda sends SIGTERM before it ends an
  /// environment only if there is an extension.
  ///
  /// @param name the extension's name
  /// @return the identifier that Lambda gives it
  /// @throws IOException if the server cannot be reached or refuses
  /// @see <a
  ///   href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Extensions
  ///   API</a>
  public String registerExtension(String name) throws IOException {
    byte[] noEvents = "{\"events\":[]}".getBytes(UTF_8);
    start("POST", Protocol.EXTENSION_REGISTER).header(Protocol.EXTENSION_NAME, name);
    HttpResponse response = postJson(noEvents, 0, noEvents.length);
    return require200("extension", response).headers().get(Protocol.EXTENSION_ID).orElse("");
  }

  /// Waits for an event of an extension: for ever, if it has registered for none.
  ///
  /// @param extensionId from [#registerExtension]
  /// @throws IOException if the server cannot be reached or refuses
  public void nextExtensionEvent(String extensionId) throws IOException {
    start("GET", Protocol.EXTENSION_NEXT).header(Protocol.EXTENSION_ID, extensionId).end();
    require200("extension event", http.get(head));
  }

  private RequestHead start(String method, String path) {
    return head.start(method, path).text(lines);
  }

  private RequestHead startAnswer(Invocation invocation, String kind) {
    head.start("POST", Protocol.INVOCATION).segment(invocation.requestId()).text(kind).text(lines);
    String invocationId = invocation.invocationId().orElse(null);
    return invocationId == null ? head : head.header(Protocol.INVOCATION_ID, invocationId);
  }

  private Reply postError(String what, ErrorReport error) throws IOException {
    head.header(Protocol.ERROR_TYPE, error.functionErrorType())
        .header(Protocol.XRAY_ERROR_CAUSE, error.toXrayCause());
    byte[] json = error.toJson();
    return reply(what, postJson(json, 0, json.length));
  }

  private HttpResponse postJson(byte[] body, int offset, int length) throws IOException {
    head.text("Content-Type: application/json\r\nContent-Length: ")
        .number(length)
        .text("\r\n")
        .end();
    return http.post(head, body, offset, length);
  }

  static Reply reply(String what, HttpResponse response) throws RuntimeApiException {
    if (response.status() == 500) {
      throw unexpected(what, response);
    }
    return response.status() / 100 == 2
        ? Reply.ACCEPTED
        : new Reply(response.status(), text(response));
  }

  private static HttpResponse require200(String what, HttpResponse response)
      throws RuntimeApiException {
    if (response.status() != 200) {
      throw unexpected(what, response);
    }
    return response;
  }

  private static RuntimeApiException unexpected(String what, HttpResponse response) {
    return new RuntimeApiException(
        response.status(),
        "the Runtime API answered " + response.status() + " (" + what + "): " + text(response));
  }

  private static String text(HttpResponse response) {
    byte[] body = response.body();
    return new String(body, 0, Math.min(body.length, 1000), UTF_8).strip();
  }

  /// Drops the connection, as before a snapshot; the next request opens another.
  public void disconnect() {
    http.disconnect();
  }

  /// Ends the client, and a call that waits in another thread, which then gets an [IOException].
  @Override
  public void close() {
    http.close();
  }
}
