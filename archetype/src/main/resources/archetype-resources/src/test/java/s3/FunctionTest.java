package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import org.junit.jupiter.api.Test;

@LambdaTest(Function.class)
class FunctionTest {
  @Test
  void namesTheObject(LambdaFunction function, @LambdaTest.Event("s3") String event) {
    assertEquals(
        "{\"objects\":[\"s3://example-orders/incoming/order 4711.json\"]}",
        function.invoke(event).text());
  }

  @Test
  void takesAnEventOfNone(LambdaFunction function) {
    assertEquals("{\"objects\":[]}", function.invoke("{\"Records\":[]}").text());
  }
}
