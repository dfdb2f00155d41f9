package dev.whippet.bench.coldstart;

/// What is measured of each start.
enum Figure {
  CPU_TO_FIRST("cpuToFirstMs", "CPU to first response, ms"),
  CPU_TO_INIT("cpuToInitMs", "CPU of init, ms"),
  INIT("initMs", "init, ms"),
  FIRST("firstMs", "first invocation, ms"),
  WARM("warmMedianMs", "warm median, ms"),
  WARM_P99("warmP99Ms", "warm p99, ms"),
  CPU_WARM("cpuWarmMs", "CPU of a warm invocation, ms"),
  MEMORY("peakMemoryMb", "peak RSS, MB");

  /// Its name in the JSON report.
  final String key;

  /// Its name in tables.
  final String label;

  Figure(String key, String label) {
    this.key = key;
    this.label = label;
  }
}
