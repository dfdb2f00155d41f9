package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.testing.internal.http.Headers;
import dev.whippet.testing.internal.http.HttpRequest;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An HTTP request as payload format 2.0.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads">Request
///   and response payloads</a>
final class FunctionUrlEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
  private static final List<String> TEXT_TYPES =
      List.of("text/", "application/json", "application/javascript", "application/xml");

  private FunctionUrlEvent() {}

  static byte[] of(HttpRequest request, byte[] body, String requestId) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.query());
    List<String> cookies =
        request.headers().all("Cookie").stream()
            .flatMap(line -> Arrays.stream(line.split(";\\s*")))
            .toList();
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    event.put("headers", headers(request.headers()));
    if (!request.query().isEmpty()) {
      event.put("queryStringParameters", parameters(request.query()));
    }
    event.put("requestContext", context(request, requestId));
    boolean text = isText(request.headers());
    if (body.length > 0) {
      event.put("body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
    return Json.write(event).getBytes(UTF_8);
  }

  private static Map<String, String> headers(Headers headers) {
    Map<String, String> joined = new LinkedHashMap<>();
    headers.asMap().forEach((name, values) -> joined.put(lower(name), String.join(",", values)));
    joined.remove("cookie");
    return joined;
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Map<String, Object> context(HttpRequest request, String requestId) {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", request.method());
    http.put("path", request.path());
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "127.0.0.1");
    http.put("userAgent", request.headers().first("User-Agent").orElse(""));
    Instant now = Instant.now();
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "anonymous");
    context.put("apiId", "localhost");
    context.put("domainName", request.headers().first("Host").orElse("localhost"));
    context.put("domainPrefix", "localhost");
    context.put("http", http);
    context.put("requestId", requestId);
    context.put("routeKey", "$default");
    context.put("stage", "$default");
    context.put("time", TIME.format(now.atOffset(ZoneOffset.UTC)));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static boolean isText(Headers headers) {
    String type = lower(headers.first("Content-Type").orElse("application/octet-stream"));
    return TEXT_TYPES.stream().anyMatch(type::startsWith);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
