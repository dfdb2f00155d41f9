package dev.whippet.internal.logging;

/// Chooses the SLF4J provider for AWS Lambda. Apart from it, since slf4j-simple may be absent.
public final class LambdaLogging {
  static final String JSON = "whippet.log.json";

  private static final String SIMPLE = "org.slf4j.simple.SimpleServiceProvider";

  private LambdaLogging() {}

  /// Has SLF4J use [LambdaLogProvider] if it would use slf4j-simple, and no logger has been made
  /// yet.
  ///
  /// @param json whether to log JSON lines
  /// @param level the least level to log; empty for slf4j-simple's own setting
  public static void install(boolean json, String level) {
    if (!level.isEmpty()) {
      setDefault("org.slf4j.simpleLogger.defaultLogLevel", level);
    }
    try {
      Class.forName(SIMPLE);
    } catch (ClassNotFoundException e) {
      return; // another provider, or none: the user's choice
    }
    setDefault(JSON, Boolean.toString(json));
    if (System.getProperty("slf4j.provider", SIMPLE).equals(SIMPLE)) {
      System.setProperty("slf4j.provider", "dev.whippet.internal.logging.LambdaLogProvider");
      setDefault("slf4j.internal.verbosity", "WARN"); // or SLF4J says that it uses the provider
    }
  }

  static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
