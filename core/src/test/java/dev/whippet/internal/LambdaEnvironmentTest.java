package dev.whippet.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaEnvironmentTest {
  private static LambdaEnvironment with(String name, String value) {
    return LambdaEnvironment.of(Map.of(name, value));
  }

  @Test
  void nothingIsSetOutsideLambda() {
    LambdaEnvironment none = LambdaEnvironment.of(Map.of());
    assertEquals("", none.runtimeApi());
    assertEquals("", none.functionName());
    assertEquals("", none.functionVersion());
    assertEquals("", none.logGroupName());
    assertEquals("", none.logStreamName());
    assertEquals("", none.logLevel());
    assertEquals(0, none.memoryLimitInMb());
    assertEquals(1, none.maxConcurrency());
    assertFalse(none.snapStart());
    assertFalse(none.jsonLogs());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "' 16 ', 16", "4096, 4096", "'', 1", "' ', 1"})
  void concurrency(String value, int expected) {
    assertEquals(expected, with("AWS_LAMBDA_MAX_CONCURRENCY", value).maxConcurrency());
  }

  @ParameterizedTest
  @CsvSource({"0", "4097", "-1", "x"})
  void aConcurrencyThatIsNoneIsSaidAndIsOne(String value) {
    LambdaEnvironment environment = with("AWS_LAMBDA_MAX_CONCURRENCY", value);
    assertEquals(1, environment.maxConcurrency());
    assertTrue(environment.problem().contains("'" + value + "'"), environment.problem());
  }

  @ParameterizedTest
  @CsvSource({
    "TRACE, trace",
    "DEBUG, debug",
    "info, info",
    "WARN, warn",
    "ERROR, error",
    "FATAL, error",
    "LOUD, ''",
    "'', ''"
  })
  void logLevels(String value, String expected) {
    assertEquals(expected, with("AWS_LAMBDA_LOG_LEVEL", value).logLevel());
  }

  @Test
  void formatsAndKinds() {
    assertTrue(with("AWS_LAMBDA_LOG_FORMAT", "JSON").jsonLogs());
    assertTrue(with("AWS_LAMBDA_LOG_FORMAT", "json").jsonLogs());
    assertFalse(with("AWS_LAMBDA_LOG_FORMAT", "Text").jsonLogs());
    assertTrue(with("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start").snapStart());
    assertFalse(with("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand").snapStart());
    assertEquals(512, with("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512").memoryLimitInMb());
    assertEquals(0, with("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "lots").memoryLimitInMb());
  }
}
