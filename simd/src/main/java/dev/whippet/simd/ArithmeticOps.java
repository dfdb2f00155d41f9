package dev.whippet.simd;

import java.util.Objects;

/// Element by element. C2 vectorises these loops by itself, so they are plain in both tiers.
abstract sealed class ArithmeticOps extends DoubleOps permits FunctionOps {
  ArithmeticOps() {}

  /// The sum, `dst[i] = a[i] + b[i]`, as Java calculates it.
  ///
  /// @param a the first vector
  /// @param b the second vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void add(float[] a, float[] b, float[] dst) {
    add(a, 0, b, 0, dst, 0, Slices.sameLength(b.length, Slices.sameLength(a.length, dst.length)));
  }

  /// [#add(float[], float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void add(
      float[] a, int aOffset, float[] b, int bOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    checkSource(b, bOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = a[aOffset + i] + b[bOffset + i];
    }
  }

  /// The difference, `dst[i] = a[i] - b[i]`, as Java calculates it.
  ///
  /// @param a the first vector
  /// @param b the second vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void sub(float[] a, float[] b, float[] dst) {
    sub(a, 0, b, 0, dst, 0, Slices.sameLength(b.length, Slices.sameLength(a.length, dst.length)));
  }

  /// [#sub(float[], float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void sub(
      float[] a, int aOffset, float[] b, int bOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    checkSource(b, bOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = a[aOffset + i] - b[bOffset + i];
    }
  }

  /// The product, `dst[i] = a[i] * b[i]`, as Java calculates it.
  ///
  /// @param a the first vector
  /// @param b the second vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void mul(float[] a, float[] b, float[] dst) {
    mul(a, 0, b, 0, dst, 0, Slices.sameLength(b.length, Slices.sameLength(a.length, dst.length)));
  }

  /// [#mul(float[], float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void mul(
      float[] a, int aOffset, float[] b, int bOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    checkSource(b, bOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = a[aOffset + i] * b[bOffset + i];
    }
  }

  /// The quotient, `dst[i] = a[i] / b[i]`, as Java calculates it.
  ///
  /// @param a the first vector
  /// @param b the second vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void div(float[] a, float[] b, float[] dst) {
    div(a, 0, b, 0, dst, 0, Slices.sameLength(b.length, Slices.sameLength(a.length, dst.length)));
  }

  /// [#div(float[], float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void div(
      float[] a, int aOffset, float[] b, int bOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    checkSource(b, bOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = a[aOffset + i] / b[bOffset + i];
    }
  }

  /// The multiple, `dst[i] = a[i] * factor`.
  ///
  /// @param a the vector
  /// @param factor the factor
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void scale(float[] a, float factor, float[] dst) {
    scale(a, 0, factor, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#scale(float[], float, float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param factor the factor
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void scale(
      float[] a, int aOffset, float factor, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = a[aOffset + i] * factor;
    }
  }

  /// Adds a multiple, `y[i] += alpha * x[i]`, rounded twice.
  ///
  /// @param alpha the factor
  /// @param x the vector
  /// @param y takes the result; may be x
  /// @throws IllegalArgumentException if the lengths differ
  public static void axpy(float alpha, float[] x, float[] y) {
    axpy(alpha, x, 0, y, 0, Slices.sameLength(x.length, y.length));
  }

  /// [#axpy(float, float[], float[])] of slices.
  ///
  /// @param alpha the factor
  /// @param x the array of the vector
  /// @param xOffset where it starts
  /// @param y takes the result
  /// @param yOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if y overlaps x at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int length) {
    checkSource(x, xOffset, y, yOffset, length);
    Objects.checkFromIndexSize(yOffset, length, y.length);
    ElementWise.axpy(alpha, x, xOffset, y, yOffset, length);
  }

  /// The fused multiply-add, `dst[i] = a[i] * b[i] + c[i]`, rounded once as [Math#fma(float, float,
  /// float)] does, which is slow on processors without such an instruction.
  ///
  /// @param a the first vector
  /// @param b the second vector
  /// @param c the third vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void fma(float[] a, float[] b, float[] c, float[] dst) {
    fma(
        a,
        0,
        b,
        0,
        c,
        0,
        dst,
        0,
        Slices.sameLength(
            c.length, Slices.sameLength(b.length, Slices.sameLength(a.length, dst.length))));
  }

  /// [#fma(float[], float[], float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param c the array of the third vector
  /// @param cOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void fma(
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      float[] c,
      int cOffset,
      float[] dst,
      int dstOffset,
      int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    checkSource(b, bOffset, dst, dstOffset, length);
    checkSource(c, cOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = Math.fma(a[aOffset + i], b[bOffset + i], c[cOffset + i]);
    }
  }

  /// The absolute value.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void abs(float[] a, float[] dst) {
    abs(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#abs(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void abs(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = Math.abs(a[aOffset + i]);
    }
  }

  /// The negative, with the sign of zero and NaN as Java's minus has it.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void negate(float[] a, float[] dst) {
    negate(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#negate(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void negate(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = -a[aOffset + i];
    }
  }

  /// Limits each element, `dst[i] = max(low, min(high, a[i]))`; NaN stays NaN.
  ///
  /// @param a the vector
  /// @param low the lower limit
  /// @param high the upper limit
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ or unless `low <= high`
  public static void clamp(float[] a, float low, float high, float[] dst) {
    clamp(a, 0, low, high, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#clamp(float[], float, float, float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param low the lower limit
  /// @param high the upper limit
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset, or unless `low <=
  ///   high`
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void clamp(
      float[] a, int aOffset, float low, float high, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    if (!(low <= high)) {
      throw new IllegalArgumentException("clamp needs low <= high: " + low + ", " + high);
    }
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = Math.max(low, Math.min(high, a[aOffset + i]));
    }
  }

  /// The rectifier, `dst[i] = max(0, a[i])`; NaN stays NaN, and -0.0 becomes 0.0.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void relu(float[] a, float[] dst) {
    relu(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#relu(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void relu(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = Math.max(0f, a[aOffset + i]);
    }
  }

  /// The square root, correctly rounded; NaN of a negative element.
  ///
  /// @param a the vector
  /// @param dst takes the result; may be an input
  /// @throws IllegalArgumentException if the lengths differ
  public static void sqrt(float[] a, float[] dst) {
    sqrt(a, 0, dst, 0, Slices.sameLength(a.length, dst.length));
  }

  /// [#sqrt(float[], float[])] of slices.
  ///
  /// @param a the array of the vector
  /// @param aOffset where it starts
  /// @param dst takes the result
  /// @param dstOffset from here on
  /// @param length the length of each slice
  /// @throws IllegalArgumentException if dst overlaps an input at another offset
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static void sqrt(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    checkSource(a, aOffset, dst, dstOffset, length);
    Objects.checkFromIndexSize(dstOffset, length, dst.length);
    for (int i = 0; i < length; i++) {
      dst[dstOffset + i] = (float) Math.sqrt(a[aOffset + i]);
    }
  }

  static void checkSource(float[] a, int aOffset, float[] dst, int dstOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Slices.checkOverlap(a, aOffset, dst, dstOffset, length);
  }
}
