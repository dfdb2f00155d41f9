package dev.whippet.runtimeapi;

import java.io.IOException;
import java.net.InetSocketAddress;

/// The Runtime API cannot be reached: not one byte of the request has gone out, after several
/// tries. Unlike after any other [IOException], the request may be made again.
public final class RequestNotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  /// An exception for a server that cannot be reached.
  ///
  /// @param address where it should be
  /// @param cause why it cannot be reached
  public RequestNotSentException(InetSocketAddress address, IOException cause) {
    super(
        "cannot reach " + address.getHostString() + ":" + address.getPort() + ": " + cause, cause);
  }
}
