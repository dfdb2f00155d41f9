package dev.whippet.testing.internal.http;

import java.io.EOFException;

/// The connection ended before the body did.
public final class TruncatedBodyException extends EOFException {
  private static final long serialVersionUID = 1L;

  TruncatedBodyException() {
    super("connection ended before the request's body did");
  }
}
