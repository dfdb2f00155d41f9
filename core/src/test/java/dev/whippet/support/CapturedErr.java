package dev.whippet.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.PrintStream;

/// What is written to standard output and standard error, where the log goes too, until it is
/// closed.
public final class CapturedErr implements Closeable {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public CapturedErr() {
    PrintStream stream = new PrintStream(bytes, true, UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  /// All so far.
  public String text() {
    return bytes.toString(UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }
}
