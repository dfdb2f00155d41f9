package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.InvocationResult;
import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@LambdaTest(Function.class)
class FunctionTest {
  @Test
  void findsTheNearest(LambdaFunction function) throws IOException {
    InvocationResult result = function.invoke(Files.readString(Path.of("events/vectors.json")));

    assertEquals("{\"nearest\":2}", result.text());
  }

  @Test
  void refusesVectorsOfDifferentLengths(LambdaFunction function) {
    InvocationResult result = function.invoke("{\"query\":[1,2],\"candidates\":[[1]]}");

    assertTrue(result.error().isPresent(), result.toString());
  }
}
