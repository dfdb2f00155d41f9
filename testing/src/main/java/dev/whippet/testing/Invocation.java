package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/// A request to invoke the function: the event, and what its caller says beside it. Immutable; each
/// `with...` method returns a changed copy. An optional value that is null is not sent.
public final class Invocation {
  private final byte[] event;
  private String requestId;
  private String tenantId;
  private String traceId;
  private String clientContext;
  private String cognitoIdentity;
  private String functionArn;
  private Duration timeout;
  private ResponseSink sink = ResponseSink.NONE;

  private Invocation(byte[] event) {
    this.event = event;
  }

  private Invocation(Invocation other) {
    this.event = other.event;
    this.requestId = other.requestId;
    this.tenantId = other.tenantId;
    this.traceId = other.traceId;
    this.clientContext = other.clientContext;
    this.cognitoIdentity = other.cognitoIdentity;
    this.functionArn = other.functionArn;
    this.timeout = other.timeout;
    this.sink = other.sink;
  }

  /// An invocation with this event.
  ///
  /// @param event the payload, usually JSON; it is not checked, so that broken ones can be sent too
  /// @return the invocation
  public static Invocation of(String event) {
    return new Invocation(event.getBytes(UTF_8));
  }

  /// An invocation with this event.
  ///
  /// @param event the payload, copied
  /// @return the invocation
  public static Invocation of(byte[] event) {
    return new Invocation(event.clone());
  }

  /// Sets the request id. Lambda's retry of an asynchronous event keeps the id of the first
  /// attempt.
  ///
  /// @param id the request id; null for a new one each time
  /// @return a changed copy
  public Invocation withRequestId(String id) {
    Invocation copy = new Invocation(this);
    copy.requestId = id;
    return copy;
  }

  /// Sets the tenant.
  ///
  /// @param id the tenant's id, or null
  /// @return a changed copy
  public Invocation withTenantId(String id) {
    Invocation copy = new Invocation(this);
    copy.tenantId = id;
    return copy;
  }

  /// Sets the X-Ray trace header.
  ///
  /// @param header for example `Root=1-...;Parent=...;Sampled=1`, or null
  /// @return a changed copy
  public Invocation withTraceId(String header) {
    Invocation copy = new Invocation(this);
    copy.traceId = header;
    return copy;
  }

  /// Sets the client context.
  ///
  /// @param json the context as JSON, not in base64; an empty text sends an empty header; or null
  /// @return a changed copy
  public Invocation withClientContext(String json) {
    Invocation copy = new Invocation(this);
    copy.clientContext = json;
    return copy;
  }

  /// Sets the caller's Cognito identity.
  ///
  /// @param json `{"cognitoIdentityId":...,"cognitoIdentityPoolId":...}`, or null
  /// @return a changed copy
  public Invocation withCognitoIdentity(String json) {
    Invocation copy = new Invocation(this);
    copy.cognitoIdentity = json;
    return copy;
  }

  /// Sets the ARN by which the function is invoked.
  ///
  /// @param arn the ARN; null for the one that goes with the function's name
  /// @return a changed copy
  public Invocation withFunctionArn(String arn) {
    Invocation copy = new Invocation(this);
    copy.functionArn = arn;
    return copy;
  }

  /// Sets the time the function has.
  ///
  /// @param limit the time; null for the function's own
  /// @return a changed copy
  public Invocation withTimeout(Duration limit) {
    Invocation copy = new Invocation(this);
    copy.timeout = limit;
    return copy;
  }

  Invocation withSink(ResponseSink target) {
    Invocation copy = new Invocation(this);
    copy.sink = requireNonNull(target);
    return copy;
  }

  byte[] event() {
    return event;
  }

  Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  Optional<String> tenantId() {
    return Optional.ofNullable(tenantId);
  }

  Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }

  Optional<String> clientContext() {
    return Optional.ofNullable(clientContext);
  }

  Optional<String> cognitoIdentity() {
    return Optional.ofNullable(cognitoIdentity);
  }

  Optional<String> functionArn() {
    return Optional.ofNullable(functionArn);
  }

  Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  ResponseSink sink() {
    return sink;
  }
}
