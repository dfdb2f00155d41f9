package dev.whippet.runtimeapi;

/// What Lambda says to an answer or a report.
///
/// @param status the HTTP status: 202 accepted, 400 not understood, 403 not expected now, 410 too
///   late, 413 too large
/// @param detail what the server wrote; empty if accepted
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda Runtime
///   API</a>
public record Reply(int status, String detail) {
  static final Reply ACCEPTED = new Reply(202, "");

  /// Whether Lambda took the answer.
  ///
  /// @return true for a status of 2xx
  public boolean accepted() {
    return status / 100 == 2;
  }
}
