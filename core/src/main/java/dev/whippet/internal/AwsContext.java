package dev.whippet.internal;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.whippet.Context;
import dev.whippet.internal.json.JavaType;
import dev.whippet.internal.json.JsonBinding;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A [Context] as AWS's interface has it.
record AwsContext(Context context) implements com.amazonaws.services.lambda.runtime.Context {
  /// What `Lambda-Runtime-Client-Context` holds.
  record ClientContextJson(ClientJson client, Map<String, String> custom, Map<String, String> env)
      implements ClientContext {
    @Override
    public Client getClient() {
      return client;
    }

    @Override
    public Map<String, String> getCustom() {
      return custom;
    }

    @Override
    public Map<String, String> getEnvironment() {
      return env;
    }
  }

  /// The `client` in it.
  record ClientJson(
      String installation_id,
      String app_title,
      String app_version_name,
      String app_version_code,
      String app_package_name)
      implements Client {
    @Override
    public String getInstallationId() {
      return installation_id;
    }

    @Override
    public String getAppTitle() {
      return app_title;
    }

    @Override
    public String getAppVersionName() {
      return app_version_name;
    }

    @Override
    public String getAppVersionCode() {
      return app_version_code;
    }

    @Override
    public String getAppPackageName() {
      return app_package_name;
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
    return parse(context.cognitoIdentity().orElse("null"), CognitoIdentityJson.class);
  }

  @Override
  public ClientContext getClientContext() {
    return parse(context.clientContext().orElse("null"), ClientContextJson.class);
  }

  private static <T> T parse(String json, Class<T> type) {
    return new JsonBinding()
        .<T>reader(JavaType.of(type))
        .read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int)
        Math.min(
            Integer.MAX_VALUE,
            context.remainingTime().toSeconds() > 1_000_000
                ? Integer.MAX_VALUE
                : context.remainingTime().toMillis());
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
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        System.out.println(message.strip().replace('\n', '\r')); // one event of the log
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
