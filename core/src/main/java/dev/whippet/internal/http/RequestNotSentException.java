package dev.whippet.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;

/// Not one byte of the request has reached the server: it may be sent again.
public final class RequestNotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  RequestNotSentException(InetSocketAddress address, IOException cause) {
    super(
        "cannot reach " + address.getHostString() + ":" + address.getPort() + ": " + cause, cause);
  }
}
