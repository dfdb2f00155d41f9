package dev.whippet.simd;

import java.util.Objects;

/// Reductions of two vectors to a number; those of bytes are exact for -128 and for every length.
abstract sealed class DistanceOps permits ReductionOps {
  DistanceOps() {}

  /// The dot product, `sum a[i] * b[i]`. The error is at most `(n/w + log2 w + 2) * 2^-24 * sum
  /// |a[i] * b[i]|`, where w is the number of running sums: eight in the scalar tier, four per lane
  /// in the vector tier, but two per lane for vectors that fill at most sixteen.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the dot product; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static float dot(float[] a, float[] b) {
    return dot(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#dot(float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the dot product; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.dot()
        ? VectorFloatReductions.INSTANCE.dot(a, aOffset, b, bOffset, length)
        : ScalarFloatReductions.INSTANCE.dot(a, aOffset, b, bOffset, length);
  }

  /// The cosine of the angle between two vectors, `a.b / (|a| |b|)`. Its three sums are calculated
  /// in float, each within the bound of [#dot(float[], float[])], in the scalar tier with half as
  /// many running sums, so that the error is at most `(2 * (n/w + log2 w) + 5) * 2^-24`; w is four
  /// in the scalar tier, four per lane in the vector tier. Rounding may take the result beyond 1 or
  /// -1 by as much. A vector counts as zero if the squares of all its elements do (below about
  /// 1e-23); where a sum of squares exceeds the range of floats, the result is 0 or NaN.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the cosine; 0 if either vector is zero or empty
  /// @throws IllegalArgumentException if the lengths differ
  public static float cosine(float[] a, float[] b) {
    return cosine(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#cosine(float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the cosine; 0 if either vector is zero or empty
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static float cosine(float[] a, int aOffset, float[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.cosine()
        ? VectorFloatReductions.INSTANCE.cosine(a, aOffset, b, bOffset, length)
        : ScalarFloatReductions.INSTANCE.cosine(a, aOffset, b, bOffset, length);
  }

  /// The squared Euclidean distance, `sum (a[i] - b[i])²`, with the error bound of [#dot(float[],
  /// float[])] plus two roundings.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the squared distance; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static float squaredL2(float[] a, float[] b) {
    return squaredL2(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#squaredL2(float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the squared distance; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static float squaredL2(float[] a, int aOffset, float[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.squaredL2()
        ? VectorFloatReductions.INSTANCE.squaredL2(a, aOffset, b, bOffset, length)
        : ScalarFloatReductions.INSTANCE.squaredL2(a, aOffset, b, bOffset, length);
  }

  /// The Manhattan distance, `sum |a[i] - b[i]|`, with the error bound of [#dot(float[], float[])].
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the distance; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static float l1(float[] a, float[] b) {
    return l1(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#l1(float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the distance; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static float l1(float[] a, int aOffset, float[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.l1()
        ? VectorFloatReductions.INSTANCE.l1(a, aOffset, b, bOffset, length)
        : ScalarFloatReductions.INSTANCE.l1(a, aOffset, b, bOffset, length);
  }

  /// The dot product of floats in double precision: products are exact, and sums rounded to double.
  /// The error is at most `(n/w + log2 w + 2) * 2^-53 * sum |a[i] * b[i]|`, where w is the number
  /// of running sums: four in the scalar tier, two per lane of floats in the vector tier.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the dot product; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static double dotF64(float[] a, float[] b) {
    return dotF64(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#dotF64(float[], float[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the dot product; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static double dotF64(float[] a, int aOffset, float[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.float64Dot()
        ? VectorDoubleReductions.INSTANCE.dot(a, aOffset, b, bOffset, length)
        : ScalarDoubleReductions.INSTANCE.dot(a, aOffset, b, bOffset, length);
  }

  /// The dot product of signed bytes. Exact.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the dot product; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static long dot(byte[] a, byte[] b) {
    return dot(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#dot(byte[], byte[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the dot product; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static long dot(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.int8()
        ? VectorByteReductions.INSTANCE.dot(a, aOffset, b, bOffset, length)
        : ScalarByteReductions.INSTANCE.dot(a, aOffset, b, bOffset, length);
  }

  /// The squared Euclidean distance of signed bytes. Exact.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the squared distance; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static long squaredL2(byte[] a, byte[] b) {
    return squaredL2(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#squaredL2(byte[], byte[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the squared distance; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static long squaredL2(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.int8()
        ? VectorByteReductions.INSTANCE.squaredL2(a, aOffset, b, bOffset, length)
        : ScalarByteReductions.INSTANCE.squaredL2(a, aOffset, b, bOffset, length);
  }

  /// The cosine of the angle between two vectors of signed bytes: exact sums, divided in double.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the cosine, within 1 ulp; 0 if either vector is zero or empty
  /// @throws IllegalArgumentException if the lengths differ
  public static float cosine(byte[] a, byte[] b) {
    return cosine(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#cosine(byte[], byte[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the cosine, within 1 ulp; 0 if either vector is zero or empty
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static float cosine(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.int8()
        ? VectorByteReductions.INSTANCE.cosine(a, aOffset, b, bOffset, length)
        : ScalarByteReductions.INSTANCE.cosine(a, aOffset, b, bOffset, length);
  }

  /// The Hamming distance: in how many bits the arrays differ.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the number of bits
  /// @throws IllegalArgumentException if the lengths differ
  public static long hamming(byte[] a, byte[] b) {
    return hamming(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#hamming(byte[], byte[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the number of bits
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static long hamming(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.hamming()
        ? VectorByteReductions.INSTANCE.hamming(a, aOffset, b, bOffset, length)
        : ScalarByteReductions.INSTANCE.hamming(a, aOffset, b, bOffset, length);
  }
}
