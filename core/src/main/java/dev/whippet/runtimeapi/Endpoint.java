package dev.whippet.runtimeapi;

import java.net.InetSocketAddress;

/// Where the Runtime API listens.
///
/// @param authority host and port, as they stand in the `Host` header
/// @param address the same, resolved; a literal address, as Lambda gives, needs no resolver
record Endpoint(String authority, InetSocketAddress address) {
  static Endpoint parse(String authority) {
    int colon = authority.lastIndexOf(':');
    int port = port(authority.substring(colon + 1));
    if (colon <= 0 || authority.indexOf('/') >= 0 || port < 1 || port > 65_535) {
      throw malformed(
          authority, "expected host:port, as in 127.0.0.1:9001, with a port from 1 to 65535");
    }
    String host = authority.substring(0, colon);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw malformed(authority, "the host '" + host + "' has no address");
    }
    return new Endpoint(authority, address);
  }

  /// A port, or -1 for what is none.
  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static IllegalArgumentException malformed(String authority, String expected) {
    return new IllegalArgumentException(
        "the Runtime API's address '" + authority + "' is malformed: " + expected);
  }
}
