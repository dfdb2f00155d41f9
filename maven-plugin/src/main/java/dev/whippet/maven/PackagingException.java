package dev.whippet.maven;

/// A function cannot be packaged or does not work; the message names the thing, what was expected
/// and what to do. The goals turn it into a build failure.
final class PackagingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PackagingException(String message) {
    super(message);
  }

  PackagingException(String message, Throwable cause) {
    super(message, cause);
  }
}
