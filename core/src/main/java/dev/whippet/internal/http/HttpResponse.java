package dev.whippet.internal.http;

/// One response, read whole.
///
/// @param status the status code, 200 to 599
/// @param headers its header lines
/// @param body its content, without transfer coding; empty if there is none. The reader's own from
///   here on: compared by identity, which no one does
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through, not a value to compare
public record HttpResponse(int status, Headers headers, byte[] body) {}
