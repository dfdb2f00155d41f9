package dev.whippet;

/// The event is not what the handler takes: not JSON at all, or of another shape. The message names
/// the place in the event (as a [JSON Pointer](https://www.rfc-editor.org/rfc/rfc6901)), what was
/// expected there and what was found. The handler was not called.
public final class EventFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// An exception.
  ///
  /// @param message names the place, what was expected, and what was found
  /// @param cause what went wrong below; may be null
  public EventFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
