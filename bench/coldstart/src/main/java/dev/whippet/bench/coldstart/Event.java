package dev.whippet.bench.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// What is sent, and what must come back.
///
/// @param json the event
/// @param expected a part of the response
record Event(String json, String expected) {
  private static final long TIMEOUT_MS = 30_000;

  /// The answer to a request for an event.
  byte[] response(int number) {
    byte[] body = json.getBytes(UTF_8);
    String head =
        """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-%012x
        Lambda-Runtime-Deadline-Ms: %d
        Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-central-1:123456789012:function:coldstart
        Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1
        Content-Length: %d

        """
            .formatted(number, System.currentTimeMillis() + TIMEOUT_MS, body.length)
            .replace("\n", "\r\n");
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    response.writeBytes(head.getBytes(UTF_8));
    response.writeBytes(body);
    return response.toByteArray();
  }
}
