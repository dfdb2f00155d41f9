package dev.whippet.runtimeapi;

import java.io.IOException;

/// The Runtime API answered with something a runtime cannot go on with.
public final class RuntimeApiException extends IOException {
  private static final long serialVersionUID = 1L;

  /// The HTTP status.
  private final int status;

  RuntimeApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  /// What the Runtime API answered.
  ///
  /// @return the HTTP status
  public int status() {
    return status;
  }

  /// Whether Lambda asks the process to end: it "should exit promptly" after a status of 500.
  ///
  /// @return true for a status of 500
  public boolean isFatal() {
    return status == 500;
  }
}
