/// Servers that tests talk to, on real sockets of the loopback interface, and what starts functions
/// against them.
package dev.whippet.support;
