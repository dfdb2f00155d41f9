package dev.whippet.runtimeapi;

/// The names of the protocol's headers: in lower case where they are received, as documented where
/// they are sent.
///
/// Specification: [Lambda Runtime
/// API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). The invocation id, the
/// tenant id and the streaming headers are not all described there; AWS's own
/// [emulator](https://github.com/aws/aws-lambda-runtime-interface-emulator) and clients show them.
final class Protocol {
  static final String REQUEST_ID = "lambda-runtime-aws-request-id";
  static final String INVOCATION_ID = "lambda-runtime-invocation-id";
  static final String DEADLINE_MS = "lambda-runtime-deadline-ms";
  static final String INVOKED_FUNCTION_ARN = "lambda-runtime-invoked-function-arn";
  static final String TRACE_ID = "lambda-runtime-trace-id";
  static final String TENANT_ID = "lambda-runtime-aws-tenant-id";
  static final String CLIENT_CONTEXT = "lambda-runtime-client-context";
  static final String COGNITO_IDENTITY = "lambda-runtime-cognito-identity";

  static final String SEND_INVOCATION_ID = "Lambda-Runtime-Invocation-Id";
  static final String SEND_ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  static final String SEND_ERROR_BODY = "Lambda-Runtime-Function-Error-Body";
  static final String SEND_XRAY_ERROR_CAUSE = "Lambda-Runtime-Function-XRay-Error-Cause";
  static final String SEND_RESPONSE_MODE = "Lambda-Runtime-Function-Response-Mode";

  static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  static final String NEXT = INVOCATION + "next";
  static final String INIT_ERROR = "/2018-06-01/runtime/init/error";
  static final String RESTORE_NEXT = "/2018-06-01/runtime/restore/next";
  static final String RESTORE_ERROR = "/2018-06-01/runtime/restore/error";

  // Extensions API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html
  static final String EXTENSION_REGISTER = "/2020-01-01/extension/register";
  static final String EXTENSION_NEXT = "/2020-01-01/extension/event/next";
  static final String EXTENSION_ID = "lambda-extension-identifier";
  static final String SEND_EXTENSION_NAME = "Lambda-Extension-Name";
  static final String SEND_EXTENSION_ID = "Lambda-Extension-Identifier";

  private Protocol() {}
}
