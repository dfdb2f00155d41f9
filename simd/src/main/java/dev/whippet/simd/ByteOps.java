package dev.whippet.simd;

import java.util.Objects;

/// Reductions of two vectors of signed bytes, exact for -128 and for every length.
abstract sealed class ByteOps extends ReductionOps permits ArithmeticOps {
  ByteOps() {}

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
