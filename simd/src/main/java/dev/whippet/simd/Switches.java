package dev.whippet.simd;

import dev.whippet.simd.setting.Setting;

/// One switch per operation. A switch is a plain field: a thread that does not see it turned yet
/// calculates the same in the other tier. Only a warm-up turns one, and never back.
final class Switches {
  static boolean dot;
  static boolean cosine;
  static boolean squaredL2;
  static boolean l1;
  static boolean sum;
  static boolean minMax;
  static boolean argMinMax;
  static boolean float64Dot;
  static boolean float64Cosine;
  static boolean float64SquaredL2;
  static boolean float64L1;
  static boolean float64Sum;
  static boolean float64MinMax;
  static boolean float64ArgMinMax;
  static boolean int8;
  static boolean hamming;
  static boolean exp;
  static boolean log;
  static boolean sigmoid;
  static boolean tanh;
  static boolean softmax;
  static boolean gemm;

  static {
    if (Setting.MODE.equals("vector")) {
      VectorTier.require();
      for (Operation operation : Operation.values()) {
        vectorise(operation);
      }
    }
  }

  private Switches() {}

  static void vectorise(Operation operation) {
    switch (operation) {
      case DOT -> dot = true;
      case COSINE -> cosine = true;
      case SQUARED_L2 -> squaredL2 = true;
      case L1 -> l1 = true;
      case SUM -> sum = true;
      case MIN_MAX -> minMax = true;
      case ARG_MIN_MAX -> argMinMax = true;
      case FLOAT64_DOT -> float64Dot = true;
      case FLOAT64_COSINE -> float64Cosine = true;
      case FLOAT64_SQUARED_L2 -> float64SquaredL2 = true;
      case FLOAT64_L1 -> float64L1 = true;
      case FLOAT64_SUM -> float64Sum = true;
      case FLOAT64_MIN_MAX -> float64MinMax = true;
      case FLOAT64_ARG_MIN_MAX -> float64ArgMinMax = true;
      case INT8 -> int8 = true;
      case HAMMING -> hamming = true;
      case EXP -> exp = true;
      case LOG -> log = true;
      case SIGMOID -> sigmoid = true;
      case TANH -> tanh = true;
      case SOFTMAX -> softmax = true;
      case GEMM -> gemm = true;
    }
  }
}
