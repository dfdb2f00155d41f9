package dev.whippet.internal.logging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;

/// Gathers a log event until it is flushed, and passes it on as one line: CloudWatch makes an event
/// of each line that ends with LF, and shows CR as a line break.
final class EventStream extends PrintStream {
  private final ByteArrayOutputStream event;
  private final Supplier<PrintStream> target;

  EventStream(Supplier<PrintStream> target) {
    super(new ByteArrayOutputStream(), false);
    this.event = (ByteArrayOutputStream) out;
    this.target = target;
  }

  @Override
  public void flush() {
    super.flush();
    String text = event.toString(ISO_8859_1); // each byte a char, whatever the encoding
    event.reset();
    String line = text.stripTrailing().replace('\n', '\r').concat("\n");
    PrintStream stream = target.get();
    stream.writeBytes(line.getBytes(ISO_8859_1));
    stream.flush();
  }
}
