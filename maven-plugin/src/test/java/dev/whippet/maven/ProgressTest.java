package dev.whippet.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /// Works until the stage has been asked for a few times.
  private void work(Progress progress) {
    CountDownLatch asked = new CountDownLatch(3);
    progress.during(
        "working",
        () -> {
          asked.countDown();
          return asked.getCount() > 1 ? "first" : "second";
        },
        () -> {
          try {
            assertTrue(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void withoutATerminalEachStageIsALineOnce() {
    work(new Progress(lines::add, null));

    assertEquals(List.of("working", "first", "second"), lines.subList(0, 3));
    assertEquals(3, lines.size());
  }

  @Test
  void inATerminalOneLineIsRewrittenAndErased() {
    work(new Progress(lines::add, new PrintStream(written, true, UTF_8)));

    String text = written.toString(UTF_8);
    assertEquals(List.of("working"), lines);
    assertTrue(text.contains(" s  first"), text);
    assertTrue(text.endsWith("\r\u001b[K"), text);
    assertFalse(text.contains("\n"), text);
  }

  @Test
  void whatTheWorkThrowsIsThrownAndTheLineErased() {
    Progress progress = new Progress(lines::add, new PrintStream(written, true, UTF_8));

    assertThrows(
        PackagingException.class,
        () ->
            progress.during(
                "failing",
                () -> "",
                () -> {
                  throw new PackagingException("failed");
                }));
    assertEquals("\r\u001b[K", written.toString(UTF_8));
  }

  @Test
  void inBatchModeThereIsNoTerminal() {
    assertNull(Progress.of(new SystemStreamLog(), false).terminal());
  }
}
