package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  private Command shell(String script) {
    return Command.of(List.of("sh", "-c", script), folder.resolve("log"));
  }

  @Test
  void whatItPrintsIsTold() {
    assertEquals("äö\n", shell("printf '\\303\\244\\303\\266\\n'").mustSucceed(LONG));
  }

  @Test
  void aFailureShowsWhatItSaidAndTheCommand() {
    PackagingException e =
        assertThrows(
            PackagingException.class, () -> shell("echo no such thing; exit 3").mustSucceed(LONG));

    assertTrue(e.getMessage().startsWith("sh failed (exit status 3):"), e::getMessage);
    assertTrue(e.getMessage().contains("no such thing"), e::getMessage);
    assertTrue(e.getMessage().contains("the command was: sh -c echo"), e::getMessage);
  }

  @Test
  void oneThatTakesTooLongIsEndedAndTheWaysToGiveItLongerAreNamed() {
    Command command = shell("echo begun; exec sleep 600");

    PackagingException e =
        assertThrows(PackagingException.class, () -> command.run(Duration.ofSeconds(1)));

    assertTrue(e.getMessage().contains("did not end within 1 s; -Dwhippet.timeout=SECONDS"));
    assertTrue(e.getMessage().contains("-Dwhippet.buildTimeout=SECONDS"), e::getMessage);
    assertTrue(e.getMessage().endsWith("begun"), e::getMessage);
  }
}
