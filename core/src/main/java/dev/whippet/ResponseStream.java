package dev.whippet;

import java.io.IOException;
import java.io.OutputStream;

/// Takes the response of a [StreamHandler]. Bytes are gathered, and sent when there are several
/// thousand, by [#flush], or when the handler returns. A call waits while Lambda takes less than
/// the handler gives, so memory does not grow with the response. Lambda's limit is 200 MB.
///
/// For one thread at a time, until the handler returns.
public abstract class ResponseStream extends OutputStream {
  /// For the runtime and for tests of handlers.
  protected ResponseStream() {}

  /// Sets the response's media type, `application/octet-stream` otherwise. With an HTTP prelude,
  /// which names it in a header, it has no effect.
  ///
  /// @param mediaType for example `text/plain`
  /// @throws IllegalStateException if a part of the response has been sent
  public abstract void contentType(String mediaType);

  /// Makes this the response of a Function URL or an API Gateway method: what is written is its
  /// body.
  ///
  /// @param prelude status, headers and cookies; sent even if there is no body
  /// @throws IllegalStateException if a part of the response has been sent
  public abstract void http(HttpPrelude prelude);

  /// Sends what has been written so far.
  ///
  /// @throws IOException if the connection to Lambda is broken
  @Override
  public abstract void flush() throws IOException;
}
