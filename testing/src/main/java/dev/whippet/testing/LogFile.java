package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/// What a process writes to its standard output and error. It goes to a file, not through a pipe:
/// when the process has answered, all that it wrote before is there to be read, with nothing still
/// on its way and no thread to wait for.
final class LogFile implements AutoCloseable {
  private static final int MAX_PENDING = 10_000;

  private final Path path;
  private final FileChannel channel;
  private final Consumer<String> listener;
  private final ArrayDeque<String> pending = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteBuffer block = ByteBuffer.allocate(8192);

  /// @param listener is given each line as it is read
  LogFile(Consumer<String> listener) {
    this.listener = listener;
    try {
      path = Files.createTempFile("whippet-", ".log");
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a file for the function's log", e);
    }
  }

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(path.toFile());
  }

  /// Reads the lines that are complete.
  synchronized void poll() {
    try {
      while (channel.isOpen() && channel.read(block.clear()) > 0) {
        block.flip();
        while (block.hasRemaining()) {
          byte b = block.get();
          if (b == '\n') {
            endLine();
          } else {
            line.write(b);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the function's log " + path, e);
    }
  }

  /// All lines since the last time, the last one complete or not.
  synchronized List<String> drain() {
    poll();
    if (line.size() > 0) {
      endLine();
    }
    List<String> lines = List.copyOf(pending);
    pending.clear();
    return lines;
  }

  private void endLine() {
    String text = line.toString(UTF_8);
    line.reset();
    listener.accept(text);
    pending.add(text);
    if (pending.size() > MAX_PENDING) {
      pending.remove();
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the function's log " + path, e);
    }
  }
}
