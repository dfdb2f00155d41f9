package dev.whippet.testing;

import dev.whippet.Context;
import dev.whippet.Handler;
import java.util.Map;

/// A handler to be tested with.
final class Greeter implements Handler<Map<String, String>, Map<String, String>> {
  @Override
  public Map<String, String> handle(Map<String, String> event, Context context) {
    String name = event.get("name");
    if (name == null) {
      throw new IllegalArgumentException("who?");
    }
    return Map.of("greeting", "Hello, " + name + " of " + context.functionName());
  }
}
