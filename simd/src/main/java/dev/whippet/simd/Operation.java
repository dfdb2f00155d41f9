package dev.whippet.simd;

/// What [SimdOps#warmUp] can warm up. Each moves to the vector tier by itself.
public enum Operation {
  /// `dot`, `sumOfSquares`, `norm`, `normalizeL2`, `gemv` and `dotBatch` of floats.
  DOT,
  /// `cosine` of floats and `cosineBatch`.
  COSINE,
  /// `squaredL2` of floats and `squaredL2Batch`.
  SQUARED_L2,
  /// `l1`.
  L1,
  /// `sum` of floats, `mean` and `variance`.
  SUM,
  /// `min`, `max` and `minMax`, and `quantize`, which needs the range.
  MIN_MAX,
  /// `argMin` and `argMax`.
  ARG_MIN_MAX,
  /// `dotF64`, and `sum` and `squaredL2` of doubles.
  FLOAT64,
  /// `dot`, `squaredL2` and `cosine` of bytes, with their batches.
  INT8,
  /// `hamming`.
  HAMMING,
  /// `exp`.
  EXP,
  /// `log`.
  LOG,
  /// `sigmoid`.
  SIGMOID,
  /// `tanh`.
  TANH,
  /// `softmax` and `logSumExp`.
  SOFTMAX,
  /// `gemm`.
  GEMM
}
