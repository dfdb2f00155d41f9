package dev.whippet.internal;

import dev.whippet.Context;
import dev.whippet.runtimeapi.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The [Context] of an invocation: what came with the event, and what the environment says.
record InvocationContext(Invocation invocation, LambdaEnvironment environment) implements Context {
  @Override
  public String requestId() {
    return invocation.requestId();
  }

  @Override
  public Instant deadline() {
    return invocation.deadline();
  }

  @Override
  public Duration remainingTime() {
    Instant deadline = deadline();
    if (deadline.equals(Instant.MAX)) {
      return Duration.ofNanos(Long.MAX_VALUE); // 292 years, which fit a long in every unit
    }
    Duration remaining = Duration.between(Instant.now(), deadline);
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }

  @Override
  public String invokedFunctionArn() {
    return invocation.invokedFunctionArn();
  }

  @Override
  public String functionName() {
    return environment.functionName();
  }

  @Override
  public String functionVersion() {
    return environment.functionVersion();
  }

  @Override
  public int memoryLimitInMb() {
    return environment.memoryLimitInMb();
  }

  @Override
  public String logGroupName() {
    return environment.logGroupName();
  }

  @Override
  public String logStreamName() {
    return environment.logStreamName();
  }

  @Override
  public Optional<String> traceId() {
    return invocation.traceId();
  }

  @Override
  public Optional<String> tenantId() {
    return invocation.tenantId();
  }

  @Override
  public Optional<String> clientContext() {
    return invocation.clientContext();
  }

  @Override
  public Optional<String> cognitoIdentity() {
    return invocation.cognitoIdentity();
  }
}
