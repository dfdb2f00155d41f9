/// JMH benchmarks of what only this package sees.
package dev.whippet.internal.http;
