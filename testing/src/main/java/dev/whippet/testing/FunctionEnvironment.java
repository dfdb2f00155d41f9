package dev.whippet.testing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// The environment variables Lambda sets for a function of an OS-only runtime.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda
///   environment variables</a>
final class FunctionEnvironment {
  private FunctionEnvironment() {}

  /// What a function needs besides the address of the Runtime API.
  static Map<String, String> variables(
      String functionName, String handler, int memoryMb, int concurrency) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("_HANDLER", handler);
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_DEFAULT_REGION", "us-east-1");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", functionName);
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMb));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + functionName);
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream());
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    if (concurrency > 1) {
      variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "lambda-managed-instances");
      variables.put("AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(concurrency));
    }
    variables.put("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE");
    variables.put("AWS_SECRET_ACCESS_KEY", "not-a-secret");
    variables.put("AWS_SESSION_TOKEN", "not-a-token");
    variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    variables.put("TZ", ":UTC");
    return variables;
  }

  /// The variables of a process: Lambda's, the address, and of this process's own `PATH` alone.
  static Map<String, String> complete(
      Map<String, String> variables, Path taskRoot, String runtimeApi, Map<String, String> users) {
    Map<String, String> complete = new LinkedHashMap<>(variables);
    complete.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    complete.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    String path = System.getenv("PATH");
    complete.put("PATH", path == null ? "/usr/local/bin:/usr/bin/:/bin" : path);
    complete.putAll(users);
    return complete;
  }

  private static String logStream() {
    String day = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy/MM/dd"));
    return day + "/[$LATEST]" + Ids.random().replace("-", "");
  }
}
