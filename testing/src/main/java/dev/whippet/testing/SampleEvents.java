package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Events in the shapes in which AWS's services send them, with all the fields their documentation
/// names. Account, region and ids are invented.
public final class SampleEvents {
  private static final List<String> NAMES =
      List.of(
          "alb",
          "apigateway-v1",
          "apigateway-v2",
          "cognito-pre-signup",
          "dynamodb",
          "eventbridge",
          "function-url",
          "kinesis",
          "s3",
          "schedule",
          "sns",
          "sqs");

  private SampleEvents() {}

  /// The names of all events.
  ///
  /// @return an unmodifiable list in alphabetical order
  public static List<String> names() {
    return NAMES;
  }

  /// An event as JSON.
  ///
  /// @param name one of [#names]
  /// @return the JSON text
  /// @throws IllegalArgumentException if there is no event of this name; its message lists the
  ///   names
  public static String load(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no sample event " + name + "; there are " + String.join(", ", NAMES));
    }
    String resource = "events/" + name + ".json";
    try (InputStream in = SampleEvents.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
