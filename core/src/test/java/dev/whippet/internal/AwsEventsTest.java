package dev.whippet.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.whippet.Whippet;
import dev.whippet.support.FunctionRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Functions written against AWS's event classes, with events in Lambda's real shapes.
class AwsEventsTest {
  private static final Path SAMPLES =
      Path.of("../testing/src/main/resources/dev/whippet/testing/events");

  private static void assertAnswers(
      String expected, RequestHandler<?, String> handler, String sample) {
    assertEquals(
        '"' + expected + '"',
        FunctionRun.invoke(Whippet.builder().handler(() -> handler), event(sample)).text());
  }

  private static String event(String sample) {
    try {
      return Files.readString(SAMPLES.resolve(sample + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static final class Sqs implements RequestHandler<SQSEvent, String> {
    @Override
    public String handleRequest(SQSEvent event, Context context) {
      SQSEvent.SQSMessage message = event.getRecords().getFirst();
      return event.getRecords().size()
          + " "
          + message.getMessageId()
          + " "
          + message.getAttributes().get("ApproximateReceiveCount")
          + " "
          + message.getMessageAttributes().get("priority").getStringValue()
          + " "
          + message.getEventSourceArn();
    }
  }

  @Test
  void sqs() {
    assertAnswers(
        "2 3f1c9a7e-52d4-4b86-8e0a-9d7b6c5f4e31 1 high arn:aws:sqs:us-east-1:123456789012:orders",
        new Sqs(),
        "sqs");
  }

  static final class Sns implements RequestHandler<SNSEvent, String> {
    @Override
    public String handleRequest(SNSEvent event, Context context) {
      SNSEvent.SNSRecord one = event.getRecords().getFirst();
      return one.getEventSource()
          + " "
          + one.getSNS().getSubject()
          + " "
          + one.getSNS().getTimestamp().getMillis()
          + " "
          + one.getSNS().getMessageAttributes().get("priority").getValue();
    }
  }

  @Test
  void snsWithATimeOfJodas() {
    assertAnswers("aws:sns Order placed 1795342530123 high", new Sns(), "sns");
  }

  static final class Scheduled implements RequestHandler<ScheduledEvent, String> {
    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
      return event.getSource() + " " + event.getTime().getMillis() + " " + event.getDetail().size();
    }
  }

  @Test
  void aScheduleWithATimeOfJodas() {
    assertAnswers("aws.events 1795342500000 0", new Scheduled(), "schedule");
  }

  static final class Dynamodb implements RequestHandler<DynamodbEvent, String> {
    @Override
    public String handleRequest(DynamodbEvent event, Context context) {
      DynamodbEvent.DynamodbStreamRecord one = event.getRecords().getFirst();
      var image = one.getDynamodb().getNewImage();
      return one.getEventName()
          + " "
          + image.get("orderId").getN()
          + " "
          + image.get("express").getBOOL()
          + " "
          + image.get("tags").getSS()
          + " "
          + image.get("items").getL().getFirst().getM().get("count").getN()
          + " "
          + one.getDynamodb().getApproximateCreationDateTime().toInstant();
    }
  }

  @Test
  void dynamodb() {
    assertAnswers(
        "INSERT 4711 true [gift, new] 2 2026-11-22T10:15:30Z", new Dynamodb(), "dynamodb");
  }

  static final class Kinesis implements RequestHandler<KinesisEvent, String> {
    @Override
    public String handleRequest(KinesisEvent event, Context context) {
      KinesisEvent.Record one = event.getRecords().getFirst().getKinesis();
      return one.getPartitionKey()
          + " "
          + UTF_8.decode(one.getData()).length()
          + " "
          + one.getApproximateArrivalTimestamp().toInstant();
    }
  }

  @Test
  void kinesis() {
    assertAnswers("customer-ada 33 2026-11-22T10:15:30.123Z", new Kinesis(), "kinesis");
  }

  static final class HttpApi implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      return event.getRouteKey()
          + " "
          + event.getRequestContext().getHttp().getSourceIp()
          + " "
          + event.getRequestContext().getAuthorizer().getJwt().getClaims().get("sub")
          + " "
          + event.getQueryStringParameters().get("tag")
          + " "
          + event.getIsBase64Encoded();
    }
  }

  @Test
  void httpApi() {
    assertAnswers(
        "POST /orders 203.0.113.17 user-42 express,gift false", new HttpApi(), "apigateway-v2");
  }

  static final class RestApi implements RequestHandler<APIGatewayProxyRequestEvent, String> {
    @Override
    public String handleRequest(APIGatewayProxyRequestEvent event, Context context) {
      return event.getHttpMethod() + " " + event.getPath() + " " + event.getResource();
    }
  }

  @Test
  void restApi() {
    assertAnswers("GET /orders/4711 /orders/{orderId}", new RestApi(), "apigateway-v1");
  }

  static final class S3 implements RequestHandler<S3Event, String> {
    @Override
    public String handleRequest(S3Event event, Context context) {
      return "called with " + event.getRecords();
    }
  }

  @Test
  void aClassThatWouldLoseTheEventIsRefusedAtTheStart() {
    FunctionFactory factory = new FunctionFactory(LambdaEnvironment.of(Map.of()));
    String message =
        assertThrows(IllegalArgumentException.class, () -> factory.function(new S3())).getMessage();
    assertTrue(message.contains("S3Event: it has neither setters nor public fields"), message);
    assertTrue(message.contains("declare a record in its place"), message);
  }
}
