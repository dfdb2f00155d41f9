package dev.whippet;

/// The handler's result is above what Lambda takes in one piece. Nothing was sent; the invocation
/// fails with this error.
public final class ResponseTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// An exception for a result of some size.
  ///
  /// @param size the result's size in bytes
  /// @param limit Lambda's limit in bytes
  public ResponseTooLargeException(long size, long limit) {
    super(
        "the result has %d bytes, and Lambda takes at most %d: send it with a StreamHandler (up to 200 MB), or store it in S3 and answer with its address"
            .formatted(size, limit));
  }
}
