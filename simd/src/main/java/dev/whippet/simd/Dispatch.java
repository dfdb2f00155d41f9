package dev.whippet.simd;

/// One switch per operation, read on each call. A switch is a plain field: a thread that does not
/// see it turned yet calculates the same in the other tier.
final class Dispatch {
  /// What `whippet.simd` asks for: auto, scalar or vector.
  static final String MODE = mode();

  /// A constant to compilers, so that an image without vectors has no code for them.
  private static final boolean POSSIBLE =
      !MODE.equals("scalar") && (!NativeImage.IN_IMAGE || NativeImage.VECTOR_API);

  private static boolean dot;
  private static boolean cosine;
  private static boolean squaredL2;
  private static boolean l1;
  private static boolean sum;
  private static boolean minMax;
  private static boolean argMinMax;
  private static boolean float64;
  private static boolean int8;
  private static boolean hamming;
  private static boolean exp;
  private static boolean log;
  private static boolean sigmoid;
  private static boolean tanh;
  private static boolean softmax;
  private static boolean gemm;

  static {
    if (MODE.equals("vector")) {
      String missing = VectorTier.missing();
      if (missing != null) {
        throw new IllegalStateException("whippet.simd=vector is impossible: " + missing);
      }
    }
    if (MODE.equals("vector") || (NativeImage.IN_IMAGE && POSSIBLE)) {
      for (Operation operation : Operation.values()) {
        vectorise(operation);
      }
    }
  }

  private Dispatch() {}

  private static String mode() {
    String mode = System.getProperty("whippet.simd", "auto");
    if (mode.equals("auto") || mode.equals("scalar") || mode.equals("vector")) {
      return mode;
    }
    throw new IllegalArgumentException(
        "whippet.simd is " + mode + ": expected auto, scalar or vector");
  }

  static void vectorise(Operation operation) {
    switch (operation) {
      case DOT -> dot = true;
      case COSINE -> cosine = true;
      case SQUARED_L2 -> squaredL2 = true;
      case L1 -> l1 = true;
      case SUM -> sum = true;
      case MIN_MAX -> minMax = true;
      case ARG_MIN_MAX -> argMinMax = true;
      case FLOAT64 -> float64 = true;
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

  static boolean isVectorised(Operation operation) {
    return switch (operation) {
      case DOT -> dot();
      case COSINE -> cosine();
      case SQUARED_L2 -> squaredL2();
      case L1 -> l1();
      case SUM -> sum();
      case MIN_MAX -> minMax();
      case ARG_MIN_MAX -> argMinMax();
      case FLOAT64 -> float64();
      case INT8 -> int8();
      case HAMMING -> hamming();
      case EXP -> exp();
      case LOG -> log();
      case SIGMOID -> sigmoid();
      case TANH -> tanh();
      case SOFTMAX -> softmax();
      case GEMM -> gemm();
    };
  }

  static boolean dot() {
    return POSSIBLE && dot;
  }

  static boolean cosine() {
    return POSSIBLE && cosine;
  }

  static boolean squaredL2() {
    return POSSIBLE && squaredL2;
  }

  static boolean l1() {
    return POSSIBLE && l1;
  }

  static boolean sum() {
    return POSSIBLE && sum;
  }

  static boolean minMax() {
    return POSSIBLE && minMax;
  }

  static boolean argMinMax() {
    return POSSIBLE && argMinMax;
  }

  static boolean float64() {
    return POSSIBLE && float64;
  }

  static boolean int8() {
    return POSSIBLE && int8;
  }

  static boolean hamming() {
    return POSSIBLE && hamming;
  }

  static boolean exp() {
    return POSSIBLE && exp;
  }

  static boolean log() {
    return POSSIBLE && log;
  }

  static boolean sigmoid() {
    return POSSIBLE && sigmoid;
  }

  static boolean tanh() {
    return POSSIBLE && tanh;
  }

  static boolean softmax() {
    return POSSIBLE && softmax;
  }

  static boolean gemm() {
    return POSSIBLE && gemm;
  }
}
