/// JMH benchmarks of core: time and allocation of JSON, of requests, and of a whole invocation.
package dev.whippet.bench.runtime;
