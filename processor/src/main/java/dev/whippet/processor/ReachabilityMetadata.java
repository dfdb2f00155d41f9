package dev.whippet.processor;

/// What a native image has to know: that core makes the binding by its name. All else is code.
final class ReachabilityMetadata {
  private ReachabilityMetadata() {}

  static String of(String binding) {
    return """
    {
      "reflection": [
        {
          "type": "%s",
          "methods": [{"name": "<init>", "parameterTypes": []}]
        }
      ]
    }
    """
        .formatted(binding);
  }
}
