package dev.whippet.internal;

import dev.whippet.Context;
import dev.whippet.runtimeapi.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The [Context] of an invocation: what came with the event, and what the environment says.
record InvocationContext(
    String requestId,
    Instant deadline,
    String invokedFunctionArn,
    String functionName,
    String functionVersion,
    int memoryLimitInMb,
    String logGroupName,
    String logStreamName,
    Optional<String> traceId,
    Optional<String> tenantId,
    Optional<String> clientContext,
    Optional<String> cognitoIdentity)
    implements Context {

  static InvocationContext of(Invocation invocation, LambdaEnvironment environment) {
    return new InvocationContext(
        invocation.requestId(),
        invocation.deadline(),
        invocation.invokedFunctionArn(),
        environment.functionName(),
        environment.functionVersion(),
        environment.memoryLimitInMb(),
        environment.logGroupName(),
        environment.logStreamName(),
        invocation.traceId(),
        invocation.tenantId(),
        invocation.clientContext(),
        invocation.cognitoIdentity());
  }

  @Override
  public Duration remainingTime() {
    if (deadline.equals(Instant.MAX)) {
      return Duration.ofNanos(Long.MAX_VALUE); // 292 years, which fit a long in every unit
    }
    Duration remaining = Duration.between(Instant.now(), deadline);
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }
}
