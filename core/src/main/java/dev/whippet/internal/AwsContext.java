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

  /// What `Lambda-Runtime-Client-Context` holds, both levels of it.
  private record ClientContextJson(
      Map<String, String> client, Map<String, String> custom, Map<String, String> env)
      implements ClientContext, Client {
    @Override
    public Client getClient() {
      return client == null ? null : this;
    }

    @Override
    public Map<String, String> getCustom() {
      return custom;
    }

    @Override
    public Map<String, String> getEnvironment() {
      return env;
    }

    @Override
    public String getInstallationId() {
      return client.get("installation_id");
    }

    @Override
    public String getAppTitle() {
      return client.get("app_title");
    }

    @Override
    public String getAppVersionName() {
      return client.get("app_version_name");
    }

    @Override
    public String getAppVersionCode() {
      return client.get("app_version_code");
    }

    @Override
    public String getAppPackageName() {
      return client.get("app_package_name");
    }
  }

  /// What `Lambda-Runtime-Cognito-Identity` holds.
  record CognitoIdentityJson(String cognitoIdentityId, String cognitoIdentityPoolId)
      implements CognitoIdentity {
    @Override
    public String getIdentityId() {
      return cognitoIdentityId;
    }

    @Override
    public String getIdentityPoolId() {
      return cognitoIdentityPoolId;
    }
  }

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
    return json == null
        ? null
        : new ClientContextJson(json.get("client"), json.get("custom"), json.get("env"));
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
