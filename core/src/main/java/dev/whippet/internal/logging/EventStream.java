package dev.whippet.internal.logging;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;

/// Gathers a log event until it is flushed, and passes it on as one line: CloudWatch makes an event
/// of each line that ends with LF, and shows CR as a line break.
final class EventStream extends PrintStream {
  private final ByteArrayOutputStream event;
  private final Supplier<PrintStream> target;

  EventStream(Supplier<PrintStream> target) {
    this(new ByteArrayOutputStream(), target);
  }

  private EventStream(ByteArrayOutputStream event, Supplier<PrintStream> target) {
    super(event, false);
    this.event = event;
    this.target = target;
  }

  @Override
  public void flush() {
    super.flush();
    byte[] line = event.toByteArray();
    event.reset();
    int end = line.length;
    while (end > 0 && line[end - 1] == '\n') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (line[i] == '\n') {
        line[i] = '\r';
      }
    }
    PrintStream stream = target.get();
    stream.write(line, 0, end < line.length ? end + 1 : end);
    stream.flush();
  }
}
