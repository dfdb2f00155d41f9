package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@LambdaTest(Function.class)
class FunctionTest {
  @Test
  void greets(LambdaFunction function) throws IOException {
    String response = function.invoke(Files.readString(Path.of("events/http.json"))).text();

    assertTrue(response.contains("\"statusCode\":200"), response);
    assertTrue(response.contains("\"body\":\"Hello, Ada\\n\""), response);
  }

  @Test
  void greetsTheWorldWithoutAName(LambdaFunction function) {
    String response = function.invoke("{\"rawPath\":\"/\"}").text();

    assertTrue(response.contains("\"body\":\"Hello, World\\n\""), response);
  }

  @Test
  void knowsNoOtherPath(LambdaFunction function) {
    String response = function.invoke("{\"rawPath\":\"/orders\"}").text();

    assertEquals("{\"statusCode\":404,", response.substring(0, 18));
  }
}
