package dev.whippet.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RequestHeadTest {
  private static final String LINE = " HTTP/1.1\r\n";

  private static String text(RequestHead head) {
    return head.toString();
  }

  @Test
  void isLinesAndAnEmptyOne() {
    RequestHead head =
        new RequestHead().start("GET", "/a").text(LINE).header("A", "1").header("B", "").end();
    assertEquals("GET /a HTTP/1.1\r\nA: 1\r\nB: \r\n\r\n", text(head));
    assertEquals("POST /b HTTP/1.1\r\n\r\n", text(head.start("POST", "/b").text(LINE).end()));
  }

  @Test
  void valuesAreUtf8AndCannotEndTheLine() {
    RequestHead head =
        new RequestHead()
            .start("GET", "/")
            .text(LINE)
            .header("A", "x\u20ac\r\n\0\ud83d\ude00y")
            .header("B", "2");
    assertEquals("GET / HTTP/1.1\r\nA: x\u20ac   \ud83d\ude00y\r\nB: 2\r\n", text(head));
  }

  @Test
  void numbersAreDecimal() {
    RequestHead head = new RequestHead().start("GET", "/");
    head.number(0).text(" ").number(9).text(" ").number(10).text(" ").number(Integer.MAX_VALUE);
    assertEquals("GET /0 9 10 2147483647", text(head));
  }

  @Test
  void growsWithWhatItHolds() {
    RequestHead head = new RequestHead().start("GET", "/").text(LINE);
    String ascii = "a".repeat(500);
    String wide = "\u20ac".repeat(70_000);
    head.header("A", ascii).header("B", wide).header("C", ascii);
    assertEquals(
        "GET / HTTP/1.1\r\nA: " + ascii + "\r\nB: " + wide + "\r\nC: " + ascii + "\r\n",
        text(head));
  }
}
