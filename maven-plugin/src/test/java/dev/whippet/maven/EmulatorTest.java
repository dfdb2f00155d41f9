package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTest {
  @TempDir Path folder;

  private String failure(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    AotCache.writeExecutable(bin.resolve("java"), "#!/bin/sh\n" + script + "\nexit 1\n");
    Jdk jdk = new Jdk(folder, "25", "x86_64", Set.of());
    Emulator emulator =
        new Emulator(jdk, List.of(), List.of(), 128, Duration.ofMinutes(1), List.of());
    return assertThrows(
            PackagingException.class,
            () -> emulator.invoke(folder.resolve("bootstrap"), 1, folder.resolve("run.log")))
        .getMessage();
  }

  @Test
  void aFailureShowsTheLog() throws IOException {
    String message = failure("echo no such handler >&2; echo response");
    assertTrue(message.endsWith("its end:" + System.lineSeparator() + "no such handler"), message);
  }

  @Test
  void whereThatIsEmptyItShowsWhatTheJvmPrinted() throws IOException {
    String message = failure("echo could not create the JVM");
    assertTrue(message.stripTrailing().endsWith("could not create the JVM"), message);
  }
}
