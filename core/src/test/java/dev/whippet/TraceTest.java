package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The trace header where the X-Ray SDK and the AWS SDK look for it.
class TraceTest {
  private static final String PROPERTY = "com.amazonaws.xray.traceHeader";

  @AfterEach
  void clear() {
    System.clearProperty(PROPERTY);
  }

  private static List<String> seen(String... environment) {
    List<String> seen = new ArrayList<>();
    try (RuntimeApiDouble lambda = new RuntimeApiDouble()) {
      lambda.event("1", "1", Map.of("Lambda-Runtime-Trace-Id", "Root=1"));
      lambda.event("2", "2");
      lambda.event("3", "3", Map.of("Lambda-Runtime-Trace-Id", "Root=3"));
      FunctionRun.serve(
          lambda,
          Whippet.builder()
              .handler(
                  Object.class,
                  Void.class,
                  (event, context) -> {
                    synchronized (seen) {
                      seen.add(System.getProperty(PROPERTY));
                    }
                    return null;
                  }),
          environment);
    }
    return seen;
  }

  @Test
  void isThatOfTheEventAndClearedWhereThereIsNone() {
    assertEquals(Arrays.asList("Root=1", null, "Root=3"), seen());
  }

  @Test
  void isNotSetForSeveralEventsAtATime() {
    assertEquals(Arrays.asList(null, null, null), seen("AWS_LAMBDA_MAX_CONCURRENCY", "2"));
  }
}
