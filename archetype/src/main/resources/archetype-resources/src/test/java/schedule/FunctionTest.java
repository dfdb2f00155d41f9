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
  void saysForWhenItWasDone(LambdaFunction function, @LambdaTest.Event("schedule") String event) {
    assertEquals("{\"done\":\"2026-11-22T10:15:00Z\"}", function.invoke(event).text());
  }

  @Test
  void refusesWhatIsNoTime(LambdaFunction function) {
    InvocationResult result = function.invoke("{\"time\":\"soon\"}");

    assertTrue(result.error().isPresent(), result.toString());
  }
}
