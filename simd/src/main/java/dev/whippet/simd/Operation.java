package dev.whippet.simd;

/// What [SimdOps#warmUp] can warm up. Each moves to the vector tier by itself.
public enum Operation {
  /// `dot`, `sumOfSquares`, `norm`, `normalizeL2`, `gemv` and `dotBatch` of floats.
  DOT,
  /// `cosine` of floats and `cosineBatch`.
  COSINE,
  /// `squaredL2` of floats and `squaredL2Batch`.
  SQUARED_L2,
  /// `l1` of floats.
  L1,
  /// `sum`, `mean` and `variance` of floats.
  SUM,
  /// `min`, `max` and `minMax` of floats, and `quantize`, which needs the range.
  MIN_MAX,
  /// `argMin` and `argMax` of floats.
  ARG_MIN_MAX,
  /// `dotF64` of floats; `dot`, `sumOfSquares` and `norm` of doubles.
  FLOAT64_DOT,
  /// `cosine` of doubles.
  FLOAT64_COSINE,
  /// `squaredL2` of doubles.
  FLOAT64_SQUARED_L2,
  /// `l1` of doubles.
  FLOAT64_L1,
  /// `sum`, `mean` and `variance` of doubles.
  FLOAT64_SUM,
  /// `min`, `max` and `minMax` of doubles.
  FLOAT64_MIN_MAX,
  /// `argMin` and `argMax` of doubles.
  FLOAT64_ARG_MIN_MAX,
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
