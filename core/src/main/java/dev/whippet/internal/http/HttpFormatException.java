package dev.whippet.internal.http;

import java.io.IOException;

/// The peer sent something that is not HTTP/1.1, or that is above a limit. The connection is of no
/// further use.
public final class HttpFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  HttpFormatException(String message) {
    super(message);
  }
}
