package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import org.junit.jupiter.api.Test;

@LambdaTest(Function.class)
class FunctionTest {
  @Test
  void takesAllMessages(LambdaFunction function, @LambdaTest.Event("sqs") String event) {
    assertEquals("{\"batchItemFailures\":[]}", function.invoke(event).text());
  }

  @Test
  void namesTheMessagesThatFail(LambdaFunction function) {
    String event =
        """
        {"Records": [{"messageId": "good", "body": "text"}, {"messageId": "bad", "body": " "}]}
        """;

    assertEquals(
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}", function.invoke(event).text());
  }
}
