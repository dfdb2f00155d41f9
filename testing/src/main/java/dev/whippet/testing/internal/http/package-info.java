/// An HTTP/1.1 server over blocking sockets, strict about what it reads: it shares no code with the
/// client it tests, so that one's mistake is not the other's.
package dev.whippet.testing.internal.http;
