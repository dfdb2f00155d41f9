package dev.whippet.internal.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.CapturedErr;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPMDCAdapter;
import tools.jackson.jr.ob.JSON;

/// The provider as SLF4J would make it; what SLF4J does with it is [LambdaLogIT]'s.
class LambdaLogProviderTest {
  private final Properties properties = (Properties) System.getProperties().clone();

  @BeforeEach
  void unset() {
    System.clearProperty(LambdaLogging.JSON);
    System.clearProperty("slf4j.provider");
  }

  @AfterEach
  void restore() {
    System.setProperties(properties);
  }

  private static LambdaLogProvider provider() {
    LambdaLogProvider provider = new LambdaLogProvider();
    provider.initialize();
    return provider;
  }

  @Test
  void jsonLinesHaveWhatIsInTheMdc() {
    try (CapturedErr log = new CapturedErr()) {
      LambdaLogging.install(true, "info");
      LambdaLogProvider provider = provider();
      Logger logger = provider.getLoggerFactory().getLogger("com.example.Orders");
      assertSame(logger, provider.getLoggerFactory().getLogger("com.example.Orders"));
      provider.getMDCAdapter().put("requestId", "r-1");
      provider.getMDCAdapter().put("level", "a name of the event's own");
      logger.error("failed");
      Map<String, Object> line = JSON.std.mapFrom(log.text());
      assertEquals("failed", line.get("message"));
      assertEquals("r-1", line.get("requestId"));
      assertEquals("ERROR", line.get("level"));
      assertEquals("a name of the event's own", line.get("level_"));
    }
  }

  @Test
  void textIsThatOfSlf4jSimple() {
    try (CapturedErr log = new CapturedErr()) {
      LambdaLogging.install(false, "");
      LambdaLogProvider provider = provider();
      Logger logger = provider.getLoggerFactory().getLogger("com.example.Invoices");
      assertEquals("org.slf4j.simple.SimpleLogger", logger.getClass().getName());
      assertInstanceOf(NOPMDCAdapter.class, provider.getMDCAdapter());
      assertEquals("", log.text(), "nothing is said, and no stream stays exchanged");
      System.err.println("plain\r");
      assertEquals("plain\r\n", log.text());
    }
  }

  @Test
  void anotherProviderIsTheUsersChoice() {
    System.setProperty("slf4j.provider", "com.example.Own");
    LambdaLogging.install(true, "warn");
    assertEquals("com.example.Own", System.getProperty("slf4j.provider"));
  }

  @Test
  void whatTheUserHasSetStays() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "trace");
    System.setProperty(LambdaLogging.JSON, "false");
    LambdaLogging.install(true, "warn");
    assertEquals("trace", System.getProperty("org.slf4j.simpleLogger.defaultLogLevel"));
    assertEquals("false", System.getProperty(LambdaLogging.JSON));
    assertTrue(System.getProperty("slf4j.provider").endsWith(".LambdaLogProvider"));
  }
}
