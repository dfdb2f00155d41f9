package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a handler learns of its invocation and its function.
class ContextTest {
  private static Context context(RuntimeApiDouble lambda, String... environment) {
    List<Context> contexts = new ArrayList<>();
    try (lambda) {
      FunctionRun.serve(
          lambda,
          Whippet.builder()
              .handler(
                  Object.class,
                  Void.class,
                  (event, context) -> {
                    contexts.add(context);
                    return null;
                  }),
          environment);
    }
    return contexts.getLast();
  }

  @Test
  void allThatLambdaSays() {
    Map<String, String> headers =
        Map.of(
            "Lambda-Runtime-Invoked-Function-Arn", "arn",
            "Lambda-Runtime-Trace-Id", "Root=1",
            "Lambda-Runtime-Client-Context", "{}",
            "Lambda-Runtime-Cognito-Identity", "{\"c\":1}",
            "Lambda-Runtime-Aws-Tenant-Id", "t");
    Context context =
        context(
            new RuntimeApiDouble().event("id", "{}", headers),
            "AWS_LAMBDA_FUNCTION_NAME",
            "name",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "7",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "256",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "group",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "stream");
    assertEquals("id", context.requestId());
    assertEquals("arn", context.invokedFunctionArn());
    assertEquals(Optional.of("Root=1"), context.traceId());
    assertEquals(Optional.of("{}"), context.clientContext());
    assertEquals(Optional.of("{\"c\":1}"), context.cognitoIdentity());
    assertEquals(Optional.of("t"), context.tenantId());
    assertEquals("name", context.functionName());
    assertEquals("7", context.functionVersion());
    assertEquals(256, context.memoryLimitInMb());
    assertEquals("group", context.logGroupName());
    assertEquals("stream", context.logStreamName());
    assertEquals(Instant.ofEpochMilli(4102444800000L), context.deadline());
    assertTrue(context.remainingTime().isPositive());
    assertTrue(context.remainingTime().compareTo(Duration.ofDays(365 * 80)) < 0);
  }

  @Test
  void nothingOfAnEventBeforeStaysBehind() {
    Context context =
        context(
            new RuntimeApiDouble()
                .event("1", "{}", Map.of("Lambda-Runtime-Trace-Id", "Root=1"))
                .event("2", "{}"),
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "much");
    assertEquals("2", context.requestId());
    assertEquals(Optional.empty(), context.traceId());
    assertEquals(Optional.empty(), context.tenantId());
    assertEquals("", context.functionName());
    assertEquals("", context.logStreamName());
    assertEquals(0, context.memoryLimitInMb());
  }

  @Test
  void aDeadlineThatHasPassedLeavesNoTime() {
    String event =
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nLambda-Runtime-Deadline-Ms: 5\r\n"
            .concat("Content-Length: 2\r\n\r\n{}");
    assertEquals(Duration.ZERO, context(new RuntimeApiDouble().delivery(event)).remainingTime());
  }

  @Test
  void withoutADeadlineThereIsTimeInEveryUnit() {
    String event =
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 2\r\n\r\n{}";
    Context context = context(new RuntimeApiDouble().delivery(event));
    assertEquals(Instant.MAX, context.deadline());
    assertTrue(context.remainingTime().toMillis() > 0);
    assertTrue(context.remainingTime().toNanos() > 0);
  }
}
