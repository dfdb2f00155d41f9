package dev.whippet.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.whippet.Context;
import java.time.Instant;

/// AWS's own logger, on standard output: messages as they are, each one event of the log, or JSON
/// lines. A message without a level is always logged.
record AwsLogger(Context context, LambdaEnvironment environment) implements LambdaLogger {
  @Override
  public void log(String message) {
    log(message, LogLevel.UNDEFINED);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, UTF_8), LogLevel.UNDEFINED);
  }

  @Override
  public void log(byte[] message, LogLevel level) {
    log(new String(message, UTF_8), level);
  }

  @Override
  public void log(String message, LogLevel level) {
    boolean leveled = level != LogLevel.UNDEFINED;
    String least = environment.logLevel();
    if (leveled && !least.isEmpty() && level.compareTo(LogLevel.fromString(least)) < 0) {
      return;
    }
    String text = String.valueOf(message).strip();
    System.out.println(
        environment.jsonLogs()
            ? json(text, level)
            : (leveled ? "[" + level + "] " : "").concat(text.replace('\n', '\r')));
  }

  private AsciiJson json(String text, LogLevel level) {
    AsciiJson json = new AsciiJson().open('{').name("timestamp").value(Instant.now());
    if (level != LogLevel.UNDEFINED) {
      json.name("level").value(level);
    }
    json.name("message").value(text).name("requestId").value(context.requestId());
    context.tenantId().ifPresent(tenant -> json.name("tenantId").value(tenant));
    return json.close('}');
  }
}
