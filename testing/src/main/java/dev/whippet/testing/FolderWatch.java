package dev.whippet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Calls back when a folder's files have changed and then stayed as they are for a moment, so that
/// a compiler's work is seen as a whole. It looks at their times and sizes: file events of the
/// operating system are missing from many containers' mounts.
final class FolderWatch implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(300);

  private final Path folder;
  private final Runnable action;
  private final Thread thread;

  private record Stamp(long modified, long size) {}

  private FolderWatch(Path folder, Runnable action) {
    this.folder = folder;
    this.action = action;
    Map<Path, Stamp> before = snapshot();
    this.thread = Thread.ofVirtual().name("whippet-folder").start(() -> watch(before));
  }

  static FolderWatch start(Path folder, Runnable action) {
    return new FolderWatch(folder, action);
  }

  private void watch(Map<Path, Stamp> start) {
    Map<Path, Stamp> acted = start;
    Map<Path, Stamp> last = start;
    try {
      while (true) {
        Thread.sleep(STEP);
        Map<Path, Stamp> now = snapshot();
        if (now.equals(last) && !now.equals(acted) && !now.isEmpty()) {
          acted = now;
          action.run();
        }
        last = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Empty while the folder is not there or is being deleted.
  private Map<Path, Stamp> snapshot() {
    Map<Path, Stamp> stamps = new HashMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) tree::iterator) {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        if (facts.isRegularFile()) {
          stamps.put(file, new Stamp(facts.lastModifiedTime().toMillis(), facts.size()));
        }
      }
      return stamps;
    } catch (IOException | UncheckedIOException e) {
      return Map.of();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
