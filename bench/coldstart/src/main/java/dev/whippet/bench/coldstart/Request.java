package dev.whippet.bench.coldstart;

/// What a runtime asked for.
///
/// @param target method and path, as in `GET /2018-06-01/runtime/invocation/next`
/// @param body the content, as Latin-1
record Request(String target, String body) {
  boolean isNext() {
    return target.endsWith("/invocation/next");
  }

  boolean isResponse() {
    return target.endsWith("/response");
  }

  boolean isError() {
    return target.endsWith("/error");
  }
}
