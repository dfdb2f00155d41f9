package dev.whippet.internal;

import dev.whippet.ResponseTooLargeException;
import java.io.OutputStream;
import java.util.Arrays;

/// Takes a result on its way to Lambda; used again for each invocation of a worker.
final class PayloadBuffer extends OutputStream {
  /// Lambda's limit for a result in one piece, as AWS's
  /// [emulator](https://github.com/aws/aws-lambda-runtime-interface-emulator) has it.
  static final int MAX_RESULT = 6 * 1024 * 1024 + 100;

  private static final int MAX_KEPT = 256 * 1024;

  private byte[] bytes = new byte[1024];
  private int length;
  private long written;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /// Forgets the content, and the memory of a large one.
  void clear() {
    length = 0;
    written = 0;
    if (bytes.length > MAX_KEPT) {
      bytes = new byte[1024];
    }
  }

  /// @throws ResponseTooLargeException if more was written than Lambda takes
  void checkSize() {
    if (written > MAX_RESULT) {
      throw new ResponseTooLargeException(written, MAX_RESULT);
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  // what goes beyond the limit is counted for the error message, but not kept
  @Override
  public void write(byte[] source, int offset, int count) {
    written += count;
    if (written > MAX_RESULT) {
      return;
    }
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }
}
