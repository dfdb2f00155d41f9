package dev.whippet.internal.logging;

import static java.time.ZoneOffset.UTC;

import dev.whippet.internal.AsciiJson;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
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

  private final transient Logger levels;
  private final transient MDCAdapter mdc;
  private final transient PrintStream target;

  /// @param levels has the logger's name, and says what to log
  JsonLogger(Logger levels, MDCAdapter mdc, PrintStream target) {
    this.name = levels.getName();
    this.levels = levels;
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
    if (levels.isEnabledForLevel(event.getLevel())) {
      String message =
          MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
      List<KeyValuePair> pairs = event.getKeyValuePairs();
      write(event.getLevel(), message, pairs == null ? List.of() : pairs, event.getThrowable());
    }
  }

  private void write(Level level, String message, List<KeyValuePair> pairs, Throwable throwable) {
    AsciiJson json = new AsciiJson().open('{');
    json.name("timestamp").value(timestamp(System.currentTimeMillis()));
    json.name("level").value(level);
    json.name("message").value(message);
    json.name("logger").value(name);
    Map<String, String> context = mdc.getCopyOfContextMap();
    if (context != null) {
      context.forEach((key, value) -> json.name(own(key)).value(value));
    }
    pairs.forEach(pair -> json.name(own(pair.key)).value(pair.value));
    if (throwable != null) {
      json.name("errorType").value(throwable.getClass().getName());
      json.name("errorMessage").value(throwable.getMessage());
      json.name("stackTrace").value(stackTrace(throwable));
    }
    target.println(json.close('}')); // in one call, so that lines of several threads do not mix
    target.flush();
  }

  /// The time in ISO 8601, to the millisecond. What formats it otherwise knows all languages, and
  /// would be a large part of a native image.
  static String timestamp(long epochMillis) {
    int nanos = (int) Math.floorMod(epochMillis, 1_000L) * 1_000_000 + 1; // or zeros are left out
    long seconds = Math.floorDiv(epochMillis, 1_000L);
    return LocalDateTime.ofEpochSecond(seconds, nanos, UTC).toString().substring(0, 23) + 'Z';
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

  @Override
  public boolean isTraceEnabled() {
    return levels.isTraceEnabled();
  }

  @Override
  public boolean isDebugEnabled() {
    return levels.isDebugEnabled();
  }

  @Override
  public boolean isInfoEnabled() {
    return levels.isInfoEnabled();
  }

  @Override
  public boolean isWarnEnabled() {
    return levels.isWarnEnabled();
  }

  @Override
  public boolean isErrorEnabled() {
    return levels.isErrorEnabled();
  }
}
