package dev.whippet.simd;

import java.util.Objects;

/// Element by element: transcendental functions, and what is built on them.
abstract sealed class FunctionOps extends ArithmeticOps permits BatchOps {
  FunctionOps() {}

  /// The exponential function, within 1.1 ulp: 0 of -Infinity, Infinity of what exceeds the range
  /// of floats.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void exp(float[] a, float[] dst) {
    exp(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#exp(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void exp(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    if (Dispatch.exp()) {
      VectorTranscendentals.INSTANCE.exp(a, aOffset, dst, dstOffset, length);
    } else {
      ScalarTranscendentals.INSTANCE.exp(a, aOffset, dst, dstOffset, length);
    }
  }

  /// The natural logarithm, within 1 ulp: NaN of a negative element, -Infinity of zero.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void log(float[] a, float[] dst) {
    log(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#log(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void log(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    if (Dispatch.log()) {
      VectorTranscendentals.INSTANCE.log(a, aOffset, dst, dstOffset, length);
    } else {
      ScalarTranscendentals.INSTANCE.log(a, aOffset, dst, dstOffset, length);
    }
  }

  /// The logistic function, `1 / (1 + e^-a[i])`, within 2.5 ulp.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void sigmoid(float[] a, float[] dst) {
    sigmoid(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#sigmoid(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void sigmoid(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    if (Dispatch.sigmoid()) {
      VectorTranscendentals.INSTANCE.sigmoid(a, aOffset, dst, dstOffset, length);
    } else {
      ScalarTranscendentals.INSTANCE.sigmoid(a, aOffset, dst, dstOffset, length);
    }
  }

  /// The hyperbolic tangent, within 1.5 ulp; -0.0 stays -0.0.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void tanh(float[] a, float[] dst) {
    tanh(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#tanh(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void tanh(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    if (Dispatch.tanh()) {
      VectorTranscendentals.INSTANCE.tanh(a, aOffset, dst, dstOffset, length);
    } else {
      ScalarTranscendentals.INSTANCE.tanh(a, aOffset, dst, dstOffset, length);
    }
  }

  /// Softmax, `dst[i] = e^(a[i] - max) / sum e^(a[j] - max)`. All results are NaN if an element is
  /// NaN or Infinity, or all are -Infinity. Empty input gives empty output. The error of a result
  /// is at most `(n/w + log2 w + ln n + max - a[i] + 8) * 2^-24` of it, and one subnormal; w is
  /// eight in the scalar tier, one per lane in the vector tier.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void softmax(float[] a, float[] dst) {
    softmax(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#softmax(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void softmax(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    if (length == 0) {
      return;
    }
    if (Dispatch.softmax()) {
      VectorTranscendentals.INSTANCE.softmax(a, aOffset, dst, dstOffset, length);
    } else {
      ScalarTranscendentals.INSTANCE.softmax(a, aOffset, dst, dstOffset, length);
    }
  }

  /// The logarithm of the sum of the exponentials, without overflow on the way. The error is at
  /// most `(n/w + log2 w + ln n + 4 + |result|) * 2^-24`, w as for [#softmax(float[], float[])].
  ///
  /// @param a the vector
  /// @return `log(sum e^a[i])`; -Infinity for an empty vector
  public static float logSumExp(float[] a) {
    return logSumExp(a, 0, a.length);
  }

  /// [#logSumExp(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return `log(sum e^a[i])`; -Infinity for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float logSumExp(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    if (length == 0) {
      return Float.NEGATIVE_INFINITY;
    }
    return Dispatch.softmax()
        ? VectorTranscendentals.INSTANCE.logSumExp(a, offset, length)
        : ScalarTranscendentals.INSTANCE.logSumExp(a, offset, length);
  }

  /// Divides a vector by its Euclidean norm, as [#norm(float[])] tells it. A vector of norm zero is
  /// copied as it is.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void normalizeL2(float[] a, float[] dst) {
    normalizeL2(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#normalizeL2(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void normalizeL2(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    float norm = norm(a, aOffset, length);
    if (norm == 0) {
      System.arraycopy(a, aOffset, dst, dstOffset, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = a[aOffset + i] / norm;
    }
  }
}
