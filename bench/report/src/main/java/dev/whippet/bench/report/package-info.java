/// What the benchmarks write: where they ran, tables, JSON, charts.
package dev.whippet.bench.report;
