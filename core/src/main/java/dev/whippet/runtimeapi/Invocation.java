package dev.whippet.runtimeapi;

import dev.whippet.internal.http.Headers;
import java.time.Instant;
import java.util.Optional;

/// One event, and what Lambda says of it. Immutable but for the payload's array.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next">Next
///   invocation</a>
public final class Invocation {
  private final String requestId;
  private final Headers headers;
  private final byte[] payload;

  Invocation(String requestId, Headers headers, byte[] payload) {
    this.requestId = requestId;
    this.headers = headers;
    this.payload = payload;
  }

  /// The id by which the invocation is answered. A retry of an asynchronous event carries the id of
  /// the first attempt.
  ///
  /// @return the id, neither null nor empty
  public String requestId() {
    return requestId;
  }

  /// What tells this attempt from others with the same request id; the client sends it back with
  /// the answer.
  ///
  /// @return the id of the attempt, if Lambda sent one
  public Optional<String> invocationId() {
    return headers.get(Protocol.INVOCATION_ID);
  }

  /// The moment at which Lambda ends the invocation.
  ///
  /// @return the deadline; [Instant#MAX] if Lambda named none that can be read
  public Instant deadline() {
    try {
      return headers
          .get(Protocol.DEADLINE_MS)
          .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
          .orElse(Instant.MAX);
    } catch (NumberFormatException e) {
      return Instant.MAX;
    }
  }

  /// The ARN by which the function was invoked.
  ///
  /// @return the ARN; empty if Lambda named none
  public String invokedFunctionArn() {
    return headers.get(Protocol.INVOKED_FUNCTION_ARN).orElse("");
  }

  /// The X-Ray trace header.
  ///
  /// @return the trace header, if Lambda sent one
  public Optional<String> traceId() {
    return nonEmpty(Protocol.TRACE_ID);
  }

  /// The tenant on whose behalf the function runs.
  ///
  /// @return the tenant's id, if Lambda sent one
  public Optional<String> tenantId() {
    return nonEmpty(Protocol.TENANT_ID);
  }

  /// What the caller gave as client context.
  ///
  /// @return JSON text, if Lambda sent any
  public Optional<String> clientContext() {
    return nonEmpty(Protocol.CLIENT_CONTEXT);
  }

  /// The caller's Amazon Cognito identity.
  ///
  /// @return JSON text, if Lambda sent any
  public Optional<String> cognitoIdentity() {
    return nonEmpty(Protocol.COGNITO_IDENTITY);
  }

  /// The event, as Lambda sent it.
  ///
  /// @return its bytes, not a copy
  public byte[] payload() {
    return payload;
  }

  // servers send some headers always, and empty where they have nothing to say
  private Optional<String> nonEmpty(String header) {
    return headers.get(header).filter(value -> !value.isEmpty());
  }
}
