package dev.whippet.internal.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.simple.SimpleLoggerFactory;
import tools.jackson.jr.ob.JSON;

class JsonLoggerTest {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final BasicMDCAdapter mdc = new BasicMDCAdapter();
  private final Logger log =
      new JsonLogger(
          new SimpleLoggerFactory().getLogger("com.example.Orders"),
          mdc,
          new PrintStream(lines, true, UTF_8));

  @Test
  void eventIsOneObjectOnOneLine() {
    mdc.put("requestId", "r-1");
    log.info("two\nlines of {} and \"quotes\" é", "text");
    Map<String, Object> line = line();
    assertEquals("INFO", line.get("level"));
    assertEquals("two\nlines of text and \"quotes\" é", line.get("message"));
    assertEquals("com.example.Orders", line.get("logger"));
    assertEquals("r-1", line.get("requestId"));
    String timestamp = (String) line.get("timestamp");
    assertTrue(timestamp.endsWith("Z"), timestamp);
    assertFalse(Instant.parse(timestamp).isAfter(Instant.now()), timestamp);
  }

  @Test
  void timestampsHaveMilliseconds() {
    assertEquals("1970-01-01T00:00:00.000Z", JsonLogger.timestamp(0));
    assertEquals("1969-12-31T23:59:59.999Z", JsonLogger.timestamp(-1));
    assertEquals("2026-11-22T09:05:07.050Z", JsonLogger.timestamp(1_795_338_307_050L));
  }

  @Test
  void throwableAndKeyValuePairsAreFields() {
    log.atWarn()
        .addKeyValue("count", 3)
        .addKeyValue("large", 3_000_000_000L)
        .addKeyValue("fraction", Double.NaN)
        .addKeyValue("nothing", (Object) null)
        .addKeyValue("odd \"key\"", true)
        .setCause(new IllegalStateException("no stock"))
        .log("order {}", 7);
    Map<String, Object> line = line();
    assertEquals("order 7", line.get("message"));
    assertEquals(3, line.get("count"));
    assertEquals(3_000_000_000L, line.get("large"));
    assertEquals("NaN", line.get("fraction"));
    assertEquals("null", line.get("nothing"));
    assertEquals(true, line.get("odd \"key\""));
    assertEquals("java.lang.IllegalStateException", line.get("errorType"));
    assertEquals("no stock", line.get("errorMessage"));
    assertTrue(((String) line.get("stackTrace")).contains("JsonLoggerTest"), line::toString);
  }

  @Test
  void eventsBelowTheLevelAreNotWritten() {
    log.debug("hidden");
    log.atTrace().log("hidden");
    assertEquals(0, lines.size());
    assertFalse(log.isTraceEnabled());
    assertFalse(log.isDebugEnabled());
    assertTrue(log.isInfoEnabled());
    assertTrue(log.isWarnEnabled());
    assertTrue(log.isErrorEnabled());
  }

  private Map<String, Object> line() {
    String text = lines.toString(UTF_8);
    assertEquals(text.length() - 1, text.indexOf('\n'), text);
    return JSON.std.mapFrom(text);
  }
}
