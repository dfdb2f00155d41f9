package dev.whippet.image;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.function.Predicate;

/// Sets slf4j-simple up without a format of dates, if no class or resource of the function gives
/// one: CloudWatch has the time of each line. What formats dates knows all languages.
@TargetClass(
    className = "org.slf4j.simple.SimpleLoggerConfiguration",
    onlyWith = LogDates.Left.class)
final class LogDates {
  @Alias int defaultLogLevel;
  @Alias boolean showDateTime;
  @Alias boolean showThreadName;
  @Alias boolean showThreadId;
  @Alias boolean showLogName;
  @Alias boolean showShortLogName;
  @Alias boolean levelInBrackets;
  @Alias boolean cacheOutputStream;
  @Alias String logFile;
  @Alias String warnLevelString;
  @Alias Output outputChoice;

  private LogDates() {}

  @Alias
  native void loadProperties();

  @Alias
  native String getStringProperty(String name, String byDefault);

  @Alias
  native boolean getBooleanProperty(String name, boolean byDefault);

  @Alias
  static native int stringToLevel(String level);

  @Alias
  static native Output computeOutputChoice(String logFile, boolean cacheOutputStream);

  @Substitute
  void init() {
    loadProperties();
    String level = getStringProperty("org.slf4j.simpleLogger.defaultLogLevel", null);
    if (level != null) {
      defaultLogLevel = stringToLevel(level);
    }
    showDateTime = getBooleanProperty("org.slf4j.simpleLogger.showDateTime", false);
    showThreadName = getBooleanProperty("org.slf4j.simpleLogger.showThreadName", true);
    showThreadId = getBooleanProperty("org.slf4j.simpleLogger.showThreadId", false);
    showLogName = getBooleanProperty("org.slf4j.simpleLogger.showLogName", true);
    showShortLogName = getBooleanProperty("org.slf4j.simpleLogger.showShortLogName", false);
    levelInBrackets = getBooleanProperty("org.slf4j.simpleLogger.levelInBrackets", false);
    warnLevelString = getStringProperty("org.slf4j.simpleLogger.warnLevelString", "WARN");
    logFile = getStringProperty("org.slf4j.simpleLogger.logFile", logFile);
    cacheOutputStream = getBooleanProperty("org.slf4j.simpleLogger.cacheOutputStream", false);
    outputChoice = computeOutputChoice(logFile, cacheOutputStream);
  }

  @TargetClass(className = "org.slf4j.simple.OutputChoice", onlyWith = LogDates.Left.class)
  static final class Output {}

  /// The logger, which then never has a date to format.
  @TargetClass(className = "org.slf4j.simple.SimpleLogger", onlyWith = LogDates.Left.class)
  static final class Events {
    @Substitute
    @SuppressWarnings("DoNotCallSuggester") // slf4j-simple calls it where it has a format
    String getFormattedDate() {
      throw new IllegalStateException("there is no format of dates");
    }
  }

  static final class Left implements Predicate<String> {
    Left() {}

    @Override
    public boolean test(String className) {
      return Without.LOG_DATES.isSet() && new Known().test(className);
    }
  }
}
