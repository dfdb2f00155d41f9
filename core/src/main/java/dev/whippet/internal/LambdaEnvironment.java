package dev.whippet.internal;

import java.util.Locale;
import java.util.Map;

/// What Lambda says by environment variables, read once.
///
/// @param runtimeApi host and port of the Runtime API; empty outside Lambda
/// @param functionName the function's name, or empty
/// @param functionVersion the function's version, or empty
/// @param memoryLimitInMb the memory size in MB, or 0
/// @param logGroupName the CloudWatch log group, or empty
/// @param logStreamName the CloudWatch log stream, or empty
/// @param snapStart whether the process is started for a SnapStart snapshot
/// @param maxConcurrency how many events to handle at a time, 1 or more
/// @param jsonLogs whether log lines are to be JSON
/// @param problem what is wrong with a variable that is malformed and was passed over; empty if
///   nothing is
/// @param logLevel the least level to log, in lower case as slf4j-simple has it; empty if not set
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Defined
///   runtime environment variables</a>
public record LambdaEnvironment(
    String runtimeApi,
    String functionName,
    String functionVersion,
    int memoryLimitInMb,
    String logGroupName,
    String logStreamName,
    boolean snapStart,
    int maxConcurrency,
    boolean jsonLogs,
    String logLevel,
    String problem) {
  /// Far above what Lambda sets (32 for each virtual CPU), and a bound for the threads to start.
  private static final int MAX_CONCURRENCY = 4096;

  /// Reads what Lambda says.
  ///
  /// @param variables names and values, as [System#getenv] has them
  /// @return what they say
  public static LambdaEnvironment of(Map<String, String> variables) {
    String maxConcurrency = variables.getOrDefault("AWS_LAMBDA_MAX_CONCURRENCY", "");
    int concurrency = maxConcurrency.isBlank() ? 1 : number(maxConcurrency);
    boolean possible = concurrency > 0 && concurrency <= MAX_CONCURRENCY;
    return new LambdaEnvironment(
        variables.getOrDefault("AWS_LAMBDA_RUNTIME_API", ""),
        variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""),
        variables.getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", ""),
        number(variables.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "")),
        variables.getOrDefault("AWS_LAMBDA_LOG_GROUP_NAME", ""),
        variables.getOrDefault("AWS_LAMBDA_LOG_STREAM_NAME", ""),
        "snap-start".equals(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE")),
        possible ? concurrency : 1,
        "json".equalsIgnoreCase(variables.get("AWS_LAMBDA_LOG_FORMAT")),
        level(variables.getOrDefault("AWS_LAMBDA_LOG_LEVEL", "")),
        possible
            ? ""
            : "AWS_LAMBDA_MAX_CONCURRENCY is '%s', where a number from 1 to %d was expected: events are handled one at a time"
                .formatted(maxConcurrency, MAX_CONCURRENCY));
  }

  /// A number, or 0 for what is none.
  private static int number(String value) {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String level(String value) {
    String level = value.toLowerCase(Locale.ROOT);
    return switch (level) {
      case "trace", "debug", "info", "warn", "error" -> level;
      case "fatal" -> "error"; // SLF4J has no level above error
      default -> "";
    };
  }
}
