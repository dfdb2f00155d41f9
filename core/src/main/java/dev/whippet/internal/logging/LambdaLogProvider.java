package dev.whippet.internal.logging;

import java.io.PrintStream;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.simple.SimpleServiceProvider;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/// Takes slf4j-simple's place by the property `slf4j.provider`, so that nothing else on the class
/// path changes: text is still slf4j-simple's, but an event of several lines arrives as one; JSON
/// lines are ours, since slf4j-simple knows neither MDC nor key-value pairs.
///
/// SLF4J makes it, at the first logger.
public final class LambdaLogProvider implements SLF4JServiceProvider {
  private static final String JSON = "whippet.log.json";

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private MDCAdapter mdc;
  private ILoggerFactory loggers;

  /// For SLF4J.
  public LambdaLogProvider() {}

  /// Has SLF4J use this provider if it would use slf4j-simple, and no logger has been made yet.
  ///
  /// @param json whether to log JSON lines
  /// @param level the least level to log; empty for slf4j-simple's own setting
  public static void install(boolean json, String level) {
    if (!level.isEmpty()) {
      setDefault("org.slf4j.simpleLogger.defaultLogLevel", level);
    }
    try {
      Class.forName("org.slf4j.simple.SimpleServiceProvider");
    } catch (ClassNotFoundException e) {
      return; // another provider, or none: the user's choice
    }
    setDefault(JSON, Boolean.toString(json));
    String provider = System.getProperty("slf4j.provider");
    if (provider == null || provider.equals("org.slf4j.simple.SimpleServiceProvider")) {
      System.setProperty("slf4j.provider", LambdaLogProvider.class.getName());
      setDefault("slf4j.internal.verbosity", "WARN"); // or SLF4J says that it uses the provider
    }
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  @Override
  public void initialize() {
    if (Boolean.getBoolean(JSON)) {
      mdc = new BasicMDCAdapter();
      loggers = new JsonLoggerFactory(mdc, System.out);
    } else {
      initializeText();
    }
  }

  /// slf4j-simple keeps the stream that it finds when it starts, and flushes it after each event.
  private void initializeText() {
    setDefault("org.slf4j.simpleLogger.cacheOutputStream", "true");
    PrintStream err = System.err;
    PrintStream out = System.out;
    System.setErr(new EventStream(() -> System.err));
    System.setOut(new EventStream(() -> System.out));
    try {
      SimpleServiceProvider simple = new SimpleServiceProvider();
      simple.initialize();
      mdc = simple.getMDCAdapter();
      loggers = simple.getLoggerFactory();
    } finally {
      System.setErr(err);
      System.setOut(out);
    }
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return loggers;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99"; // any 2.0
  }
}
