package dev.whippet.simd;

import dev.whippet.simd.setting.Setting;

/// Which tier serves an operation, asked on each call: in a native image a constant, on a JVM one
/// of the [Switches]. This class has nothing to initialise, so that an image needs no check for it.
final class Dispatch {
  private Dispatch() {}

  static boolean isVectorImage() {
    return Setting.IMAGE_HAS_VECTORS && !Setting.MODE.equals("scalar");
  }

  static boolean dot() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.dot;
  }

  static boolean cosine() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.cosine;
  }

  static boolean squaredL2() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.squaredL2;
  }

  static boolean l1() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.l1;
  }

  static boolean sum() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.sum;
  }

  static boolean minMax() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.minMax;
  }

  static boolean argMinMax() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.argMinMax;
  }

  static boolean float64Dot() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.float64Dot;
  }

  static boolean float64Cosine() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.float64Cosine;
  }

  static boolean float64SquaredL2() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.float64SquaredL2;
  }

  static boolean float64L1() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.float64L1;
  }

  static boolean float64Sum() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.float64Sum;
  }

  static boolean float64MinMax() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.float64MinMax;
  }

  static boolean float64ArgMinMax() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.float64ArgMinMax;
  }

  static boolean int8() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.int8;
  }

  static boolean hamming() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.hamming;
  }

  static boolean exp() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.exp;
  }

  static boolean log() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.log;
  }

  static boolean sigmoid() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.sigmoid;
  }

  static boolean tanh() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.tanh;
  }

  static boolean softmax() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.softmax;
  }

  static boolean gemm() {
    return Setting.IN_IMAGE ? isVectorImage() : Switches.gemm;
  }
}
