package dev.whippet.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.whippet.Context;
import dev.whippet.support.CapturedErr;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/// Functions written against aws-lambda-java-core, as they stand.
class AwsHandlersTest {
  private static final FunctionFactory FACTORY =
      new FunctionFactory(LambdaEnvironment.of(Map.of()));

  /// An event class in the manner of AWS's own, whose JSON has `Records`.
  public static class OrdersEvent {
    private List<Order> records;

    public List<Order> getRecords() {
      return records;
    }

    public void setRecords(List<Order> records) {
      this.records = records;
    }
  }

  public static class Order {
    private String orderId;

    public String getOrderId() {
      return orderId;
    }

    public void setOrderId(String orderId) {
      this.orderId = orderId;
    }
  }

  static class TypedHandler implements RequestHandler<OrdersEvent, Map<String, Object>> {
    @Override
    public Map<String, Object> handleRequest(
        OrdersEvent event, com.amazonaws.services.lambda.runtime.Context context) {
      return Map.of(
          "first", event.getRecords().getFirst().getOrderId() + context.getAwsRequestId());
    }
  }

  static class Copy implements RequestStreamHandler {
    @Override
    public void handleRequest(
        InputStream in, OutputStream out, com.amazonaws.services.lambda.runtime.Context context)
        throws IOException {
      in.transferTo(out);
      out.write('!');
    }
  }

  @Test
  void typedHandlerGetsItsBeanAndItsContext() throws Exception {
    assertEquals(
        "{\"first\":\"A1r-1\"}",
        call(new TypedHandler(), "{\"Records\":[{\"orderID\":\"A1\",\"unknown\":[1]}]}"));
  }

  @Test
  void streamHandlerGetsTheBytes() throws Exception {
    assertEquals("{\"é\":1}!", call(new Copy(), "{\"é\":1}"));
  }

  @Test
  void contextSaysWhatOursSays() {
    AwsContext context = new AwsContext(new FixedContext(), FACTORY);
    assertEquals("r-1", context.getAwsRequestId());
    assertEquals("fn", context.getFunctionName());
    assertEquals("7", context.getFunctionVersion());
    assertEquals("arn", context.getInvokedFunctionArn());
    assertEquals("group", context.getLogGroupName());
    assertEquals("stream", context.getLogStreamName());
    assertEquals(128, context.getMemoryLimitInMB());
    assertEquals(1500, context.getRemainingTimeInMillis());
    assertEquals("tenant", context.getTenantId());
    assertNull(context.getXrayTraceId());
    assertEquals("app", context.getClientContext().getClient().getAppTitle());
    assertEquals("v", context.getClientContext().getCustom().get("k"));
    assertEquals("pool", context.getIdentity().getIdentityPoolId());
  }

  private static String logged(String format, String level, Consumer<LambdaLogger> messages) {
    Map<String, String> variables =
        Map.of("AWS_LAMBDA_LOG_FORMAT", format, "AWS_LAMBDA_LOG_LEVEL", level);
    FunctionFactory factory = new FunctionFactory(LambdaEnvironment.of(variables));
    try (CapturedErr log = new CapturedErr()) {
      messages.accept(new AwsContext(new FixedContext(), factory).getLogger());
      return log.text();
    }
  }

  @Test
  void theLoggerObeysTheLevelAndKeepsAnEventOnOneLine() {
    Consumer<LambdaLogger> messages =
        logger -> {
          logger.log("two\nlines\n");
          logger.log("bytes".getBytes(UTF_8));
          logger.log("hidden", LogLevel.INFO);
          logger.log("hidden".getBytes(UTF_8), LogLevel.DEBUG);
          logger.log("shown", LogLevel.WARN);
          logger.log("shown".getBytes(UTF_8), LogLevel.FATAL);
          logger.log((String) null);
        };
    assertEquals(
        "two\rlines\nbytes\n[WARN] shown\n[FATAL] shown\nnull\n", logged("Text", "WARN", messages));
    assertEquals("[TRACE] all\n", logged("Text", "", logger -> logger.log("all", LogLevel.TRACE)));
  }

  @Test
  void theLoggerWritesJsonWhereItIsAskedFor() {
    String text =
        logged(
            "JSON",
            "INFO",
            logger -> {
              logger.log("two\nlines \u20ac", LogLevel.ERROR);
              logger.log("no level");
              logger.log("hidden", LogLevel.DEBUG);
            });
    List<String> lines = text.lines().toList();
    assertEquals(2, lines.size(), text);
    Map<String, Object> first = JSON.std.mapFrom(lines.getFirst());
    assertEquals("two\nlines \u20ac", first.get("message"));
    assertEquals("ERROR", first.get("level"));
    assertEquals("r-1", first.get("requestId"));
    assertEquals("tenant", first.get("tenantId"));
    assertFalse(Instant.parse((String) first.get("timestamp")).isAfter(Instant.now()));
    Map<String, Object> second = JSON.std.mapFrom(lines.getLast());
    assertEquals("no level", second.get("message"));
    assertFalse(second.containsKey("level"), lines::getLast);
  }

  private static String call(Object handler, String event) throws Exception {
    Function.Buffered function =
        assertInstanceOf(Function.Buffered.class, FACTORY.function(handler));
    PayloadBuffer result = new PayloadBuffer();
    function.call(event.getBytes(UTF_8), result, new FixedContext());
    return new String(result.bytes(), 0, result.size(), UTF_8);
  }

  private record FixedContext() implements Context {
    @Override
    public String requestId() {
      return "r-1";
    }

    @Override
    public Instant deadline() {
      return Instant.MAX;
    }

    @Override
    public Duration remainingTime() {
      return Duration.ofMillis(1500);
    }

    @Override
    public String invokedFunctionArn() {
      return "arn";
    }

    @Override
    public String functionName() {
      return "fn";
    }

    @Override
    public String functionVersion() {
      return "7";
    }

    @Override
    public int memoryLimitInMb() {
      return 128;
    }

    @Override
    public String logGroupName() {
      return "group";
    }

    @Override
    public String logStreamName() {
      return "stream";
    }

    @Override
    public Optional<String> traceId() {
      return Optional.empty();
    }

    @Override
    public Optional<String> tenantId() {
      return Optional.of("tenant");
    }

    @Override
    public Optional<String> clientContext() {
      return Optional.of("{\"client\":{\"app_title\":\"app\"},\"custom\":{\"k\":\"v\"}}");
    }

    @Override
    public Optional<String> cognitoIdentity() {
      return Optional.of("{\"cognitoIdentityId\":\"id\",\"cognitoIdentityPoolId\":\"pool\"}");
    }
  }
}
