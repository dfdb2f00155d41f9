package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.InvocationResult;
import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import org.junit.jupiter.api.Test;

@LambdaTest(Function.class)
class FunctionTest {
  @Test
  void takesTheOrder(LambdaFunction function, @LambdaTest.Event("eventbridge") String event) {
    assertEquals("{\"accepted\":\"order 4711\"}", function.invoke(event).text());
  }

  @Test
  void refusesAnEventWithoutAnOrder(LambdaFunction function) {
    InvocationResult result = function.invoke("{\"detail\":{\"orderId\":\"none\"}}");

    assertTrue(result.error().isPresent(), result.toString());
  }
}
