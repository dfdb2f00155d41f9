package dev.whippet.runtimeapi;

/// The names of the protocol's headers, whose case does not matter where they are received, and its
/// paths.
///
/// Specification: [Lambda Runtime
/// API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). The invocation id, the
/// tenant id and the streaming headers are not all described there; AWS's own
/// [emulator](https://github.com/aws/aws-lambda-runtime-interface-emulator) and clients show them.
final class Protocol {
  static final String REQUEST_ID = "Lambda-Runtime-Aws-Request-Id";
  static final String INVOCATION_ID = "Lambda-Runtime-Invocation-Id";
  static final String DEADLINE_MS = "Lambda-Runtime-Deadline-Ms";
  static final String INVOKED_FUNCTION_ARN = "Lambda-Runtime-Invoked-Function-Arn";
  static final String TRACE_ID = "Lambda-Runtime-Trace-Id";
  static final String TENANT_ID = "Lambda-Runtime-Aws-Tenant-Id";
  static final String CLIENT_CONTEXT = "Lambda-Runtime-Client-Context";
  static final String COGNITO_IDENTITY = "Lambda-Runtime-Cognito-Identity";

  static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";
  static final String XRAY_ERROR_CAUSE = "Lambda-Runtime-Function-XRay-Error-Cause";
  static final String RESPONSE_MODE = "Lambda-Runtime-Function-Response-Mode";

  static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  static final String NEXT = INVOCATION + "next";
  static final String INIT_ERROR = "/2018-06-01/runtime/init/error";
  static final String RESTORE_NEXT = "/2018-06-01/runtime/restore/next";
  static final String RESTORE_ERROR = "/2018-06-01/runtime/restore/error";

  // Extensions API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html
  static final String EXTENSION_REGISTER = "/2020-01-01/extension/register";
  static final String EXTENSION_NEXT = "/2020-01-01/extension/event/next";
  static final String EXTENSION_NAME = "Lambda-Extension-Name";
  static final String EXTENSION_ID = "Lambda-Extension-Identifier";

  private Protocol() {}
}
