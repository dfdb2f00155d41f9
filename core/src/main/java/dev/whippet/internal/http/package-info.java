/// The part of HTTP/1.1 that the Runtime API needs, over one blocking connection. Specification:
/// [RFC 9112](https://www.rfc-editor.org/rfc/rfc9112).
package dev.whippet.internal.http;
