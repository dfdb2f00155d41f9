package dev.whippet.internal.http;

import dev.whippet.support.Peer;
import dev.whippet.support.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Reads what a scripted server sends as a response.
final class Responses {
  private Responses() {}

  static InetSocketAddress address(ScriptedServer server) {
    String authority = server.authority();
    int port = Integer.parseInt(authority.substring(authority.indexOf(':') + 1));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  static RequestHead get() {
    return new RequestHead().start("GET", "/").text(" HTTP/1.1\r\n").end();
  }

  static RequestHead post(int length) {
    return new RequestHead()
        .start("POST", "/")
        .text(" HTTP/1.1\r\n")
        .header("Content-Length", Integer.toString(length))
        .end();
  }

  /// The response that the client makes of these bytes, behind which the server closes.
  static HttpResponse read(String wire) throws IOException {
    return read(peer -> peer.send(wire));
  }

  static HttpResponse read(ScriptedServer.Script afterRequest) throws IOException {
    try (ScriptedServer server = new ScriptedServer(peer -> answer(peer, afterRequest));
        HttpClient client = new HttpClient(address(server))) {
      return client.get(get());
    }
  }

  private static void answer(Peer peer, ScriptedServer.Script afterRequest) throws Exception {
    if (peer.readRequest() != null) {
      afterRequest.run(peer);
    }
  }
}
