package dev.whippet.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.whippet.Context;
import dev.whippet.json.AnyReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A [Context] as AWS's interface has it.
record AwsContext(Context context, FunctionFactory factory)
    implements com.amazonaws.services.lambda.runtime.Context {
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  /// What `Lambda-Runtime-Client-Context` holds. Components are named as AWS's methods, which they
  /// implement; here and below.
  private record ClientContextJson(
      Client getClient, Map<String, String> getCustom, Map<String, String> getEnvironment)
      implements ClientContext {}

  private record ClientJson(
      String getInstallationId,
      String getAppTitle,
      String getAppVersionName,
      String getAppVersionCode,
      String getAppPackageName)
      implements Client {
    static ClientJson of(Map<String, String> json) {
      return new ClientJson(
          json.get("installation_id"),
          json.get("app_title"),
          json.get("app_version_name"),
          json.get("app_version_code"),
          json.get("app_package_name"));
    }
  }

  /// What `Lambda-Runtime-Cognito-Identity` holds.
  private record CognitoIdentityJson(String getIdentityId, String getIdentityPoolId)
      implements CognitoIdentity {}

  @Override
  public String getAwsRequestId() {
    return context.requestId();
  }

  @Override
  public String getLogGroupName() {
    return context.logGroupName();
  }

  @Override
  public String getLogStreamName() {
    return context.logStreamName();
  }

  @Override
  public String getFunctionName() {
    return context.functionName();
  }

  @Override
  public String getFunctionVersion() {
    return context.functionVersion();
  }

  @Override
  public String getInvokedFunctionArn() {
    return context.invokedFunctionArn();
  }

  @Override
  public CognitoIdentity getIdentity() {
    Map<String, String> json = parse(context.cognitoIdentity());
    return json == null
        ? null
        : new CognitoIdentityJson(json.get("cognitoIdentityId"), json.get("cognitoIdentityPoolId"));
  }

  @Override
  public ClientContext getClientContext() {
    Map<String, Map<String, String>> json = parse(context.clientContext());
    if (json == null) {
      return null;
    }
    Map<String, String> client = json.get("client");
    return new ClientContextJson(
        client == null ? null : ClientJson.of(client), json.get("custom"), json.get("env"));
  }

  /// Without reflection, of which a native image would have to know these records.
  private <T> Map<String, T> parse(Optional<String> json) {
    return factory
        .json()
        .<Map<String, T>>reader(AnyReader.INSTANCE)
        .read(json.orElse("null").getBytes(UTF_8));
  }

  @Override
  public int getRemainingTimeInMillis() {
    Duration remaining = context.remainingTime();
    return remaining.compareTo(LONGEST) > 0 ? Integer.MAX_VALUE : (int) remaining.toMillis();
  }

  @Override
  public int getMemoryLimitInMB() {
    return context.memoryLimitInMb();
  }

  @Override
  public String getTenantId() {
    return context.tenantId().orElse(null);
  }

  @Override
  public String getXrayTraceId() {
    return context.traceId().orElse(null);
  }

  @Override
  public LambdaLogger getLogger() {
    return new AwsLogger(context, factory.environment());
  }
}
