package dev.whippet.runtimeapi;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// Where the Runtime API listens.
///
/// @param authority host and port, as they stand in the `Host` header
/// @param address the same, resolved
record Endpoint(String authority, InetSocketAddress address) {
  static Endpoint parse(String authority) {
    int colon = authority.lastIndexOf(':');
    if (colon <= 0 || authority.indexOf('/') >= 0) {
      throw malformed(authority, "expected host:port, as in 127.0.0.1:9001");
    }
    int port = port(authority, colon);
    String host = authority.substring(0, colon);
    try {
      return new Endpoint(authority, new InetSocketAddress(resolve(host), port));
    } catch (UnknownHostException e) {
      throw malformed(authority, "the host '" + host + "' has no address");
    }
  }

  private static int port(String authority, int colon) {
    try {
      int port = Integer.parseInt(authority.substring(colon + 1));
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw malformed(authority, "expected a port from 1 to 65535 after the colon");
  }

  /// Lambda gives a literal address, and a resolver costs time.
  private static InetAddress resolve(String host) throws UnknownHostException {
    if (Character.digit(host.charAt(0), 10) >= 0 || host.charAt(0) == '[') {
      try {
        return InetAddress.ofLiteral(host);
      } catch (IllegalArgumentException e) {
        // a name that starts with a digit
      }
    }
    return InetAddress.getByName(host);
  }

  private static IllegalArgumentException malformed(String authority, String expected) {
    return new IllegalArgumentException(
        "the Runtime API's address '" + authority + "' is malformed: " + expected);
  }
}
