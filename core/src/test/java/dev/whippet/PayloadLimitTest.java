package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import org.junit.jupiter.api.Test;

/// Results at and above what Lambda takes in one piece: 6 MiB and 100 bytes.
class PayloadLimitTest {
  private static final int LIMIT = 6 * 1024 * 1024 + 100;

  private static RecordedRequest reply(int size) {
    return FunctionRun.invoke(
        Whippet.builder().handler(byte[].class, byte[].class, (event, context) -> new byte[size]),
        "x");
  }

  @Test
  void theLargestResultGoesThrough() {
    RecordedRequest reply = reply(LIMIT);
    assertTrue(reply.path().endsWith("/response"), reply::path);
    assertEquals(LIMIT, reply.body().length);
  }

  @Test
  void oneByteMoreIsAnErrorThatSaysTheSize() {
    RecordedRequest reply = reply(LIMIT + 1);
    assertTrue(reply.path().endsWith("/error"), reply::path);
    assertEquals(
        "Function.ResponseSizeTooLarge", reply.header("Lambda-Runtime-Function-Error-Type"));
    assertTrue(reply.text().contains("dev.whippet.ResponseTooLargeException"), reply::text);
    assertTrue(
        reply.text().contains("has " + (LIMIT + 1) + " bytes, and Lambda takes at most " + LIMIT),
        reply::text);
  }

  @Test
  void jsonAboveTheLimitIsMeasuredToItsEnd() {
    String large = "x".repeat(20 * 1024 * 1024);
    RecordedRequest reply =
        FunctionRun.invoke(
            Whippet.builder().handler(String.class, String.class, (event, context) -> large),
            "\"x\"");
    assertTrue(reply.text().contains("has " + (large.length() + 2) + " bytes"), reply::text);
  }
}
