package dev.whippet.runtimeapi;

import dev.whippet.internal.http.Headers;
import dev.whippet.internal.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;

/// One event, and what Lambda says of it. Immutable but for the payload's array.
///
/// @param requestId the id by which the invocation is answered, neither null nor empty; a retry of
///   an asynchronous event carries the id of the first attempt
/// @param invocationId what tells this attempt from others with the same request id, if Lambda sent
///   it; the client sends it back with the answer
/// @param deadline the moment at which Lambda ends the invocation; [Instant#MAX] if Lambda named
///   none that can be read
/// @param invokedFunctionArn the ARN by which the function was invoked; empty if Lambda named none
/// @param traceId the X-Ray trace header, if Lambda sent one
/// @param tenantId the tenant on whose behalf the function runs, if Lambda sent one
/// @param clientContext what the caller gave as client context, as JSON text
/// @param cognitoIdentity the caller's Amazon Cognito identity, as JSON text
/// @param payload the event, as Lambda sent it: its bytes, not a copy
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next">Next
///   invocation</a>
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through, not a value to compare
public record Invocation(
    String requestId,
    Optional<String> invocationId,
    Instant deadline,
    String invokedFunctionArn,
    Optional<String> traceId,
    Optional<String> tenantId,
    Optional<String> clientContext,
    Optional<String> cognitoIdentity,
    byte[] payload) {

  static Invocation of(HttpResponse response) {
    Headers headers = response.headers();
    long deadline = headers.number(Protocol.DEADLINE_MS);
    return new Invocation(
        headers.get(Protocol.REQUEST_ID).orElse(""),
        headers.get(Protocol.INVOCATION_ID),
        deadline < 0 ? Instant.MAX : Instant.ofEpochMilli(deadline),
        headers.getRecurring(Protocol.INVOKED_FUNCTION_ARN),
        nonEmpty(headers.get(Protocol.TRACE_ID)),
        nonEmpty(headers.get(Protocol.TENANT_ID)),
        nonEmpty(headers.get(Protocol.CLIENT_CONTEXT)),
        nonEmpty(headers.get(Protocol.COGNITO_IDENTITY)),
        response.body());
  }

  // servers send some headers always, and empty where they have nothing to say
  private static Optional<String> nonEmpty(Optional<String> value) {
    return value.filter(text -> !text.isEmpty());
  }
}
