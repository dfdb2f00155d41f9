package dev.whippet.testing.internal.http;

import java.io.IOException;

/// The peer sent what is not HTTP/1.1, or more than is allowed: answered with [#status], and the
/// connection closed, since nothing after it can be trusted.
public final class MalformedRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  MalformedRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /// The status to answer with.
  public int status() {
    return status;
  }
}
