package dev.whippet.internal.logging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whippet.internal.AsciiJson;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;

/// Writes each event as one JSON object on one line, as Lambda's advanced logging controls expect.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">JSON
///   log format</a>
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
  private static final long serialVersionUID = 1L;

  private static final Set<String> FIELDS =
      Set.of("timestamp", "level", "message", "logger", "errorType", "errorMessage", "stackTrace");

  private final Level least;
  private final transient MDCAdapter mdc;
  private final transient PrintStream target;

  JsonLogger(String name, Level least, MDCAdapter mdc, PrintStream target) {
    this.name = name;
    this.least = least;
    this.mdc = mdc;
    this.target = target;
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return JsonLogger.class.getName();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable throwable) {
    write(level, MessageFormatter.basicArrayFormat(pattern, arguments), List.of(), throwable);
  }

  @Override
  public void log(LoggingEvent event) {
    if (isEnabled(event.getLevel())) {
      String message =
          MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
      List<KeyValuePair> pairs = event.getKeyValuePairs();
      write(event.getLevel(), message, pairs == null ? List.of() : pairs, event.getThrowable());
    }
  }

  private void write(Level level, String message, List<KeyValuePair> pairs, Throwable throwable) {
    AsciiJson json = new AsciiJson().open('{');
    json.name("timestamp").value(Instant.now().toString());
    json.name("level").value(level.name());
    json.name("message").value(String.valueOf(message));
    json.name("logger").value(name);
    Map<String, String> context = mdc.getCopyOfContextMap();
    if (context != null) {
      context.forEach((key, value) -> json.text(own(key)).value(String.valueOf(value)));
    }
    for (KeyValuePair pair : pairs) {
      json.text(own(pair.key));
      switch (pair.value) {
        case Integer number -> json.value(number);
        case Long number -> json.value(number);
        case Boolean flag -> json.value(flag);
        case null, default -> json.value(String.valueOf(pair.value));
      }
    }
    if (throwable != null) {
      json.name("errorType").value(throwable.getClass().getName());
      json.name("errorMessage").value(String.valueOf(throwable.getMessage()));
      json.name("stackTrace").value(stackTrace(throwable));
    }
    byte[] line = json.close('}').close('\n').toString().getBytes(US_ASCII);
    target.write(line, 0, line.length); // in one call, so that lines of several threads do not mix
    target.flush();
  }

  /// A name that is not one of the event's own fields.
  private static String own(String name) {
    return FIELDS.contains(name) ? name + "_" : name;
  }

  private static String stackTrace(Throwable throwable) {
    StringWriter text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private boolean isEnabled(Level level) {
    return level.toInt() >= least.toInt();
  }

  @Override
  public boolean isTraceEnabled() {
    return isEnabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isEnabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isEnabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isEnabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isEnabled(Level.ERROR);
  }
}
