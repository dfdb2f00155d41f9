package dev.whippet.maven;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Calls the Invoke API of an emulator.
///
/// @param server its URL without a path
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
record InvokeClient(URI server) {
  // somebody may sit in a debugger at the other end
  private static final Duration TIMEOUT = Duration.ofHours(1);
  private static final int OK = 200;

  /// What the function answered.
  ///
  /// @param body the response, or the error's JSON
  /// @param isError whether the function reported an error
  record Response(String body, boolean isError) {}

  /// The server that a URL or a port names.
  ///
  /// @param url null for this machine
  static URI server(String url, int port) {
    if (url == null) {
      return URI.create("http://127.0.0.1:" + port);
    }
    try {
      URI uri = URI.create(url.replaceFirst("/+$", ""));
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).startsWith("http")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new PackagingException(
        "whippet.url is '%s': expected a URL as http://127.0.0.1:9000".formatted(url));
  }

  /// Sends an event and waits for the response.
  ///
  /// @throws PackagingException if no emulator answers
  Response invoke(String function, byte[] event) {
    URI address = URI.create(server + "/2015-03-31/functions/" + function + "/invocations");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(event))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw new PackagingException(
            "%s answers with status %d: expected the Invoke API of 'mvn whippet:run'; it says: %s"
                .formatted(address, response.statusCode(), response.body()));
      }
      return new Response(
          response.body(), response.headers().firstValue("X-Amz-Function-Error").isPresent());
    } catch (ConnectException e) {
      throw new PackagingException(
          """
          no function runs at %s: start it with 'mvn whippet:run' in another terminal, or name \
          where it runs with -Dwhippet.port=N or -Dwhippet.url=URL\
          """
              .formatted(server),
          e);
    } catch (IOException e) {
      throw new PackagingException(
          "%s broke off: %s; look at the terminal of 'mvn whippet:run'".formatted(address, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PackagingException("interrupted while the function ran", e);
    }
  }
}
