package dev.whippet.internal.logging;

import java.io.PrintStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.MDCAdapter;

/// Makes the loggers of JSON lines. Thread-safe.
final class JsonLoggerFactory implements ILoggerFactory {
  private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
  private final MDCAdapter mdc;
  private final PrintStream target;
  private final Level level;

  JsonLoggerFactory(MDCAdapter mdc, PrintStream target) {
    this.mdc = mdc;
    this.target = target;
    this.level = level(System.getProperty("org.slf4j.simpleLogger.defaultLogLevel", "info"));
  }

  /// As slf4j-simple takes it: what is no level is INFO. Its "off" is above all that the library
  /// logs.
  private static Level level(String name) {
    for (Level level : Level.values()) {
      if (level.name().equalsIgnoreCase(name)) {
        return level;
      }
    }
    return name.equalsIgnoreCase("off") ? Level.ERROR : Level.INFO;
  }

  @Override
  public Logger getLogger(String name) {
    return loggers.computeIfAbsent(name, unknown -> new JsonLogger(unknown, level, mdc, target));
  }
}
