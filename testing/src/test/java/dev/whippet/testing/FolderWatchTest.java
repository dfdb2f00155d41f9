package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  @TempDir private Path folder;
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

  private void mustCall() throws InterruptedException {
    assertEquals("changed", calls.poll(60, TimeUnit.SECONDS));
  }

  @Test
  void seesNewChangedAndDeletedFiles() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("A.class"), "1");
    try (FolderWatch _ = FolderWatch.start(folder, () -> calls.add("changed"))) {
      Files.writeString(file, "longer");
      mustCall();
      Path other =
          Files.writeString(Files.createDirectory(folder.resolve("p")).resolve("B.class"), "");
      mustCall();
      Files.delete(other);
      mustCall();
      assertTrue(calls.isEmpty());
    }
  }

  @Test
  void aFolderThatIsBeingRebuiltIsWaitedFor() throws IOException, InterruptedException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(classes.resolve("A.class"), "1");
    try (FolderWatch _ = FolderWatch.start(classes, () -> calls.add("changed"))) {
      Files.delete(classes.resolve("A.class"));
      Files.delete(classes);
      Files.createDirectory(classes);
      Files.writeString(classes.resolve("A.class"), "again");
      mustCall();
    }
  }
}
