package dev.whippet.internal;

/// Passes on to slf4j-simple what Lambda says of logging. It reads its settings when the first
/// logger is made, so this must come before; a setting that the user made stands.
final class LogConfiguration {
  private LogConfiguration() {}

  static void apply(LambdaEnvironment environment) {
    if (!environment.logLevel().isEmpty()) {
      setDefault("org.slf4j.simpleLogger.defaultLogLevel", environment.logLevel());
    }
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
