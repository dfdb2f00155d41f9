package dev.whippet.testing;

import dev.whippet.testing.internal.http.HttpExchange;
import dev.whippet.testing.internal.http.HttpResponse;
import dev.whippet.testing.internal.http.StreamedResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Passes a streaming response on to an HTTP client: the prelude, if there is one, becomes status
/// and headers, and every piece of the body goes out as it comes in. Called by the thread of the
/// function's connection, and in the end by that of the client's.
final class FunctionUrlStream implements ResponseSink {
  private static final String PRELUDE = "application/vnd.awslambda.http-integration-response";
  private static final int PRELUDE_END = 8;
  private static final int MAX_PRELUDE = 1024 * 1024;

  private final HttpExchange exchange;
  private final ByteArrayOutputStream prelude = new ByteArrayOutputStream();
  private boolean begun;
  private boolean ended;
  private boolean broken;
  private boolean awaitsPrelude;
  private StreamedResponse response;

  FunctionUrlStream(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public synchronized void begin(Map<String, List<String>> headers) {
    begun = true;
    String type =
        headers.getOrDefault("Content-Type", List.of("application/octet-stream")).getFirst();
    awaitsPrelude = type.equals(PRELUDE);
    if (!awaitsPrelude) {
      open(HttpResponse.of(200).header("Content-Type", type));
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if (broken || ended) {
      return;
    }
    if (!awaitsPrelude) {
      send(bytes, offset, length);
      return;
    }
    prelude.write(bytes, offset, length);
    byte[] all = prelude.toByteArray();
    int end = InvocationResult.preludeLength(all, all.length);
    if (end >= 0) {
      awaitsPrelude = false;
      try {
        open(FunctionUrlResponse.head(Json.object(Arrays.copyOf(all, end))));
      } catch (IOException e) {
        refuse(new IllegalArgumentException("its prelude is " + e.getMessage(), e));
      } catch (IllegalArgumentException e) {
        refuse(e);
      }
      send(all, end + PRELUDE_END, all.length - end - PRELUDE_END);
    } else if (all.length > MAX_PRELUDE) {
      refuse(new IllegalArgumentException("no eight NUL bytes end its prelude"));
    }
  }

  /// Ends the response.
  ///
  /// @param whole false if the function failed on the way, which the client sees as a body cut off
  /// @return false if there was no stream
  synchronized boolean end(boolean whole) {
    ended = true;
    if (!begun) {
      return false;
    }
    if (awaitsPrelude && !broken) {
      refuse(new IllegalArgumentException("no eight NUL bytes end its prelude"));
    } else if (response != null) {
      try {
        if (whole) {
          response.end();
        } else {
          response.abort();
        }
      } catch (IOException e) {
        broken = true;
      }
    }
    return true;
  }

  private void open(HttpResponse head) {
    try {
      response = exchange.respondStreaming(head);
    } catch (IOException e) {
      broken = true;
    }
  }

  private void send(byte[] bytes, int offset, int length) {
    if (response == null || broken) {
      return;
    }
    try {
      response.write(bytes, offset, length);
    } catch (IOException e) {
      // the client is gone; the function does not learn of it, as in Lambda
      broken = true;
    }
  }

  private void refuse(IllegalArgumentException e) {
    broken = true;
    try {
      exchange.respond(FunctionUrlResponse.invalid(e));
    } catch (IOException gone) {
      e.addSuppressed(gone);
    }
  }
}
