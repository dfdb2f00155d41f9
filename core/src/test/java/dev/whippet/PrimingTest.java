package dev.whippet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Events of the user's, which the handler gets before Lambda's first.
class PrimingTest {
  record Order(String id) {}

  private final RuntimeApiDouble lambda = new RuntimeApiDouble();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    lambda.close();
  }

  private Whippet.Builder function() {
    return Whippet.builder()
        .handler(
            Order.class,
            Order.class,
            (order, context) -> {
              calls.add(
                  context.requestId() + " " + order.id() + " after " + lambda.requests().size());
              if (order.id() == null) {
                throw new IllegalStateException("no id");
              }
              return order;
            });
  }

  @Test
  void theHandlerGetsThemInTheirOrderBeforeLambdaIsAsked() {
    lambda.event("1", "{\"id\":\"c\"}");
    byte[] event = "{\"id\":\"b\"}".getBytes(UTF_8);
    Whippet.Builder function = function().prime("{\"id\":\"a\"}").prime(event);
    event[7] = 'x';
    assertEquals(1, FunctionRun.serve(lambda, function));
    assertEquals(List.of("prime a after 0", "prime b after 0", "1 c after 1"), calls);
    assertEquals("{\"id\":\"c\"}", lambda.reply("1").text());
  }

  @Test
  void whatFailsIsLoggedAndTheFunctionStarts() throws Exception {
    lambda.event("1", "{\"id\":\"c\"}");
    try (CapturedErr err = new CapturedErr()) {
      assertEquals(1, FunctionRun.serve(lambda, function().prime("{}").prime("[]")));
      assertTrue(err.text().contains("the handler failed with the event to prime it"), err::text);
      assertTrue(err.text().contains("no id"), err::text);
      assertTrue(err.text().contains("the event: expected an object"), err::text);
    }
    assertEquals(List.of("prime null after 0", "1 c after 1"), calls);
    assertEquals("{\"id\":\"c\"}", lambda.reply("1").text());
  }

  @Test
  void theContextIsThatOfNoInvocation() {
    Whippet.Builder function =
        Whippet.builder()
            .handler(
                String.class,
                Void.class,
                (event, context) -> {
                  calls.add(
                      List.of(
                              context.functionName(),
                              context.deadline().equals(Instant.MAX),
                              context.invokedFunctionArn(),
                              context.traceId())
                          .toString());
                  return null;
                })
            .prime("\"a\"");
    FunctionRun.start(lambda.end(), function, "AWS_LAMBDA_FUNCTION_NAME", "primed").status();
    assertEquals(List.of("[primed, true, , Optional.empty]"), calls);
  }

  @Test
  void aStreamHandlersResponseGoesNowhere() {
    lambda.event("1", "abc");
    Whippet.Builder function =
        Whippet.builder()
            .handler(
                (StreamHandler)
                    (event, response, context) -> {
                      calls.add(context.requestId());
                      response.contentType("text/plain");
                      event.transferTo(response);
                      response.flush();
                      response.write('!');
                      response.http(HttpPrelude.status(200));
                    })
            .prime("event");
    lambda.event("2", "abc");
    FunctionRun.serve(lambda, function);
    assertEquals(List.of("prime", "1", "2"), calls);
  }
}
