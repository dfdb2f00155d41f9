package dev.whippet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Facts about one invocation and the function it belongs to. Immutable, but for the passing of
/// time in [#remainingTime], and safe to hand to other threads.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda Runtime
///   API</a>
public interface Context {
  /// The invocation's id. A retry of an asynchronous event carries the id of the first attempt.
  ///
  /// @return the request id, never null
  String requestId();

  /// The moment at which Lambda ends the invocation.
  ///
  /// @return the deadline; [Instant#MAX] if Lambda named none
  Instant deadline();

  /// The time left until [#deadline].
  ///
  /// @return the remaining time, never negative
  Duration remainingTime();

  /// The ARN by which the function was invoked; it may carry an alias or a version.
  ///
  /// @return the ARN; empty if Lambda named none
  String invokedFunctionArn();

  /// The function's name, from `AWS_LAMBDA_FUNCTION_NAME`.
  ///
  /// @return the name; empty if the variable is not set
  String functionName();

  /// The function's version, from `AWS_LAMBDA_FUNCTION_VERSION`.
  ///
  /// @return the version; empty if the variable is not set
  String functionVersion();

  /// The function's memory size in MB, from `AWS_LAMBDA_FUNCTION_MEMORY_SIZE`.
  ///
  /// @return the memory size in MB; 0 if the variable is not set
  int memoryLimitInMb();

  /// The CloudWatch log group, from `AWS_LAMBDA_LOG_GROUP_NAME`.
  ///
  /// @return the log group; empty if the variable is not set
  String logGroupName();

  /// The CloudWatch log stream, from `AWS_LAMBDA_LOG_STREAM_NAME`.
  ///
  /// @return the log stream; empty if the variable is not set
  String logStreamName();

  /// The X-Ray trace header of this invocation (`Root=...;Parent=...;Sampled=...`).
  ///
  /// @return the trace header, if Lambda sent one
  Optional<String> traceId();

  /// The tenant on whose behalf the function runs, where tenant isolation is on.
  ///
  /// @return the tenant's id, if Lambda sent one
  Optional<String> tenantId();

  /// What the caller gave as client context, as JSON text.
  ///
  /// @return the client context, if Lambda sent one that is not empty
  Optional<String> clientContext();

  /// The Amazon Cognito identity of the caller, as JSON text (`cognitoIdentityId`,
  /// `cognitoIdentityPoolId`).
  ///
  /// @return the identity, if Lambda sent one that is not empty
  Optional<String> cognitoIdentity();
}
