/// Measures Lambda runtimes as processes: from exec to the first request for an event, to the first
/// response, and warm round trips; with the processor time and the memory they take.
package dev.whippet.bench.coldstart;
