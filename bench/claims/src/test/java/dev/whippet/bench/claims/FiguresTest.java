package dev.whippet.bench.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void numbersWithUnitsAreFigures() {
    assertEquals(
        List.of("1.5 ms", "15.4 MB", "3 times", "40%", "2.5x", "$0.20", "10,000 ns", "12 ms"),
        Figures.in(
            "1.5 ms, (15.4 MB) 3 times as fast, 40% less; 2.5x, $0.20 and **10,000 ns**, a 12ms start"));
  }

  @Test
  void otherNumbersAreNot() {
    assertEquals(
        List.of(), Figures.in("Java 25, version 0.1.0, x86_64, al2023, 2 cores, RFC 9112"));
    assertEquals(List.of(), Figures.in("```java\nDuration.ofMillis(1); // 5 ms\n```"));
  }
}
