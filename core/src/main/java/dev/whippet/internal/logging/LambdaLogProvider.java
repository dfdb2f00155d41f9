package dev.whippet.internal.logging;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.simple.SimpleServiceProvider;
import org.slf4j.spi.MDCAdapter;

/// Takes slf4j-simple's place by the property `slf4j.provider`, so that nothing else on the class
/// path changes: text is still slf4j-simple's, but an event of several lines arrives as one; JSON
/// lines are ours, since slf4j-simple knows neither MDC nor key-value pairs. Levels are
/// slf4j-simple's in both.
///
/// SLF4J makes it, at the first logger.
public final class LambdaLogProvider extends SimpleServiceProvider {
  private ILoggerFactory json;
  private MDCAdapter mdc;

  /// For SLF4J.
  public LambdaLogProvider() {}

  @Override
  public void initialize() {
    if (Boolean.getBoolean(LambdaLogging.JSON)) {
      super.initialize();
      ILoggerFactory levels = super.getLoggerFactory();
      Map<String, Logger> loggers = new ConcurrentHashMap<>();
      mdc = new BasicMDCAdapter();
      json =
          name ->
              loggers.computeIfAbsent(
                  name, unknown -> new JsonLogger(levels.getLogger(unknown), mdc, System.out));
    } else {
      initializeText();
    }
  }

  /// slf4j-simple keeps the stream that it finds when it starts, and flushes it after each event.
  private void initializeText() {
    LambdaLogging.setDefault("org.slf4j.simpleLogger.cacheOutputStream", "true");
    PrintStream err = System.err;
    PrintStream out = System.out;
    System.setErr(new EventStream(() -> System.err));
    System.setOut(new EventStream(() -> System.out));
    try {
      super.initialize();
    } finally {
      System.setErr(err);
      System.setOut(out);
    }
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return json == null ? super.getLoggerFactory() : json;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc == null ? super.getMDCAdapter() : mdc;
  }
}
