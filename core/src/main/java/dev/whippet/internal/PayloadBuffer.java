package dev.whippet.internal;

import dev.whippet.ResponseTooLargeException;
import java.io.ByteArrayOutputStream;

/// Takes a result on its way to Lambda; used again for each invocation of a worker.
final class PayloadBuffer extends ByteArrayOutputStream {
  /// Lambda's limit for a result in one piece, as AWS's
  /// [emulator](https://github.com/aws/aws-lambda-runtime-interface-emulator) has it.
  static final int MAX_RESULT = 6 * 1024 * 1024 + 100;

  private static final int MAX_KEPT = 256 * 1024;
  private static final int FIRST_ROOM = 1024;

  private long written;

  PayloadBuffer() {
    super(FIRST_ROOM);
  }

  /// The content, in an array that may be longer.
  byte[] bytes() {
    return buf;
  }

  /// Forgets the content, and the memory of a large one.
  @Override
  public synchronized void reset() {
    super.reset();
    written = 0;
    if (buf.length > MAX_KEPT) {
      buf = new byte[FIRST_ROOM];
    }
  }

  /// @throws ResponseTooLargeException if more was written than Lambda takes
  void checkSize() {
    if (written > MAX_RESULT) {
      throw new ResponseTooLargeException(written, MAX_RESULT);
    }
  }

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  // what goes beyond the limit is counted for the error message, but not kept
  @Override
  public synchronized void write(byte[] source, int offset, int length) {
    written += length;
    if (written <= MAX_RESULT) {
      super.write(source, offset, length);
    }
  }
}
