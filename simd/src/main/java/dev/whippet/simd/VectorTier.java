package dev.whippet.simd;

import dev.whippet.simd.setting.Setting;
import java.util.Set;
import jdk.incubator.vector.FloatVector;

/// Whether this process can enter the vector tier at all.
final class VectorTier {
  private VectorTier() {}

  /// What the vector tier lacks to work at all, with the remedy; null if nothing.
  static String missing() {
    if (Setting.IN_IMAGE) {
      return Setting.IMAGE_HAS_VECTORS
          ? null
          : "the image was built without Vector API support: build it with --add-modules"
              + " jdk.incubator.vector -H:+UnlockExperimentalVMOptions -H:+VectorAPISupport";
    }
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? null
        : "module jdk.incubator.vector is absent: start java with --add-modules"
            + " jdk.incubator.vector";
  }

  /// Fails unless the vector tier works.
  static void require() {
    String missing = missing();
    if (missing != null) {
      throw new IllegalStateException("whippet.simd=vector is impossible: " + missing);
    }
  }

  /// What the vector tier lacks to be fast, with the remedy; null if nothing but, perhaps, the
  /// width of vectors, which only the Vector API could tell.
  static String missingForSpeed() {
    String missing = missing();
    if (missing != null || Setting.IN_IMAGE) {
      return missing;
    }
    String vm = System.getProperty("java.vm.info", "");
    if (vm.contains("interpreted")) {
      return "this JVM only interprets (-Xint)";
    }
    if (vm.contains("emulated-client") || !(vm.contains("mixed mode") || vm.contains("compiled"))) {
      return "this JVM has no C2, without which the Vector API is slow: drop"
          + " -XX:TieredStopAtLevel";
    }
    return null;
  }

  /// Whether vectors are wide enough to be faster than plain Java. Loads the Vector API.
  static boolean isWide() {
    return bits() >= 128;
  }

  /// The width of the vectors. Loads the Vector API.
  static int bits() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }

  static Tier describe(Set<Operation> vectorised) {
    int bits = vectorised.isEmpty() ? 0 : bits();
    return new Tier(vectorised, bits, reason(vectorised));
  }

  private static String reason(Set<Operation> vectorised) {
    if (!Setting.MODE.equals("auto")) {
      return "forced by whippet.simd=" + Setting.MODE;
    }
    String missing = Setting.IN_IMAGE || vectorised.isEmpty() ? missingForSpeed() : null;
    if (missing != null) {
      return missing;
    }
    if (Setting.IN_IMAGE) {
      return "the image was built with Vector API support";
    }
    return vectorised.isEmpty()
        ? "nothing is warmed up (or vectors are narrower than 128 bits): call SimdOps.warmUp"
            + " where the process lives long enough"
        : "SimdOps.warmUp has proven it faster";
  }

  static boolean isVectorised(Operation operation) {
    if (Setting.IN_IMAGE) {
      return Dispatch.isVectorImage();
    }
    return switch (operation) {
      case DOT -> Switches.dot;
      case COSINE -> Switches.cosine;
      case SQUARED_L2 -> Switches.squaredL2;
      case L1 -> Switches.l1;
      case SUM -> Switches.sum;
      case MIN_MAX -> Switches.minMax;
      case ARG_MIN_MAX -> Switches.argMinMax;
      case FLOAT64_DOT -> Switches.float64Dot;
      case FLOAT64_COSINE -> Switches.float64Cosine;
      case FLOAT64_SQUARED_L2 -> Switches.float64SquaredL2;
      case FLOAT64_L1 -> Switches.float64L1;
      case FLOAT64_SUM -> Switches.float64Sum;
      case FLOAT64_MIN_MAX -> Switches.float64MinMax;
      case FLOAT64_ARG_MIN_MAX -> Switches.float64ArgMinMax;
      case INT8 -> Switches.int8;
      case HAMMING -> Switches.hamming;
      case EXP -> Switches.exp;
      case LOG -> Switches.log;
      case SIGMOID -> Switches.sigmoid;
      case TANH -> Switches.tanh;
      case SOFTMAX -> Switches.softmax;
      case GEMM -> Switches.gemm;
    };
  }
}
