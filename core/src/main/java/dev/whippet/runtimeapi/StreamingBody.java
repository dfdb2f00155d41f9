package dev.whippet.runtimeapi;

import dev.whippet.internal.http.ChunkedBody;
import dev.whippet.internal.http.RequestHead;
import java.io.IOException;
import java.util.Base64;

/// A result on its way to Lambda. Each write is a chunk; chunks are sent when there are 16 KiB of
/// them. A call waits while Lambda reads slower than the function writes, so memory does not grow
/// with the result.
///
/// Not thread-safe. Ends with one call of [#end], [#fail] or [#abort]; the connection ends with it,
/// and the client opens another.
public final class StreamingBody {
  // servers bound header and trailer fields, at 1 MiB all together as a rule
  private static final int MAX_ERROR = 64 * 1024;

  private final ChunkedBody body;

  StreamingBody(ChunkedBody body) {
    this.body = body;
  }

  /// Adds bytes to the result.
  ///
  /// @param bytes holds them; free to be used again after the call
  /// @param offset where they start
  /// @param length how many there are
  /// @throws IOException if the connection is broken
  public void write(byte[] bytes, int offset, int length) throws IOException {
    body.write(bytes, offset, length);
  }

  /// Sends all that has been written so far.
  ///
  /// @throws IOException if the connection is broken
  public void flush() throws IOException {
    body.flush();
  }

  /// Ends the result.
  ///
  /// @return what Lambda says to it
  /// @throws RuntimeApiException if Lambda asks the process to end
  /// @throws IOException if it is not known whether the result has reached Lambda
  public Reply end() throws IOException {
    return RuntimeApiClient.reply("streamed response", body.end(new RequestHead()));
  }

  /// Ends the result with an error, which goes behind it in trailer fields.
  ///
  /// @param error why the result is not whole
  /// @return what Lambda says to it
  /// @throws RuntimeApiException if Lambda asks the process to end
  /// @throws IOException if it is not known whether the error has reached Lambda
  public Reply fail(ErrorReport error) throws IOException {
    RequestHead trailers =
        new RequestHead()
            .header(Protocol.ERROR_TYPE, error.functionErrorType())
            .header(
                Protocol.ERROR_BODY, Base64.getEncoder().encodeToString(error.toJson(MAX_ERROR)));
    return RuntimeApiClient.reply("streamed response", body.end(trailers));
  }

  /// Breaks off, so that no one takes the result for whole.
  public void abort() {
    body.abort();
  }
}
