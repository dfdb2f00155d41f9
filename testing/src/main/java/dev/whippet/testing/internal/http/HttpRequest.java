package dev.whippet.testing.internal.http;

/// The head of a request.
///
/// @param method the method, as sent
/// @param path the target's path, still percent-encoded
/// @param query what stands behind the `?`, still percent-encoded; empty if nothing does
/// @param keepAlive whether another request may follow on the connection
/// @param headers the header fields
public record HttpRequest(
    String method, String path, String query, boolean keepAlive, Headers headers) {}
