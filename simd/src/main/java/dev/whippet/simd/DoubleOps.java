package dev.whippet.simd;

import java.util.Objects;

/// Reductions of vectors of doubles.
abstract sealed class DoubleOps extends ReductionOps permits ArithmeticOps {
  DoubleOps() {}

  /// The dot product, `sum a[i] * b[i]`. The error is at most `(n/w + log2 w + 2) * 2^-53 * sum
  /// |a[i] * b[i]|`, where w is the number of running sums: four in the scalar tier, four per lane
  /// in the vector tier.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the dot product; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static double dot(double[] a, double[] b) {
    return dot(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#dot(double[], double[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the dot product; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.float64Dot()
        ? VectorDoubleReductions.INSTANCE.dot(a, aOffset, b, bOffset, length)
        : ScalarDoubleReductions.INSTANCE.dot(a, aOffset, b, bOffset, length);
  }

  /// The cosine of the angle between two vectors, `a.b / (|a| |b|)`. Each of its three sums is
  /// within the bound of [#dot(double[], double[])], in the vector tier with half as many running
  /// sums, so that the error is at most `(2 * (n/w + log2 w) + 7) * 2^-53`; w is four in the scalar
  /// tier, two per lane in the vector tier. Rounding may take the result beyond 1 or -1 by as much.
  /// A vector counts as zero if the squares of all its elements do (below about 1e-162); where a
  /// sum of squares exceeds the range of doubles, the result is 0 or NaN.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the cosine; 0 if either vector is zero or empty
  /// @throws IllegalArgumentException if the lengths differ
  public static double cosine(double[] a, double[] b) {
    return cosine(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#cosine(double[], double[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the cosine; 0 if either vector is zero or empty
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static double cosine(double[] a, int aOffset, double[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.float64Cosine()
        ? VectorDoubleReductions.INSTANCE.cosine(a, aOffset, b, bOffset, length)
        : ScalarDoubleReductions.INSTANCE.cosine(a, aOffset, b, bOffset, length);
  }

  /// The squared Euclidean distance, `sum (a[i] - b[i])²`, with the error bound of [#dot(double[],
  /// double[])] plus two roundings.
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the squared distance; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static double squaredL2(double[] a, double[] b) {
    return squaredL2(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#squaredL2(double[], double[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the squared distance; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static double squaredL2(double[] a, int aOffset, double[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.float64SquaredL2()
        ? VectorDoubleReductions.INSTANCE.squaredL2(a, aOffset, b, bOffset, length)
        : ScalarDoubleReductions.INSTANCE.squaredL2(a, aOffset, b, bOffset, length);
  }

  /// The Manhattan distance, `sum |a[i] - b[i]|`, with the error bound of [#dot(double[],
  /// double[])].
  ///
  /// @param a the first vector
  /// @param b the second, of the same length
  /// @return the distance; 0 for empty vectors
  /// @throws IllegalArgumentException if the lengths differ
  public static double l1(double[] a, double[] b) {
    return l1(a, 0, b, 0, Slices.sameLength(a.length, b.length));
  }

  /// [#l1(double[], double[])] of slices.
  ///
  /// @param a the array of the first vector
  /// @param aOffset where it starts
  /// @param b the array of the second vector
  /// @param bOffset where it starts
  /// @param length the length of both
  /// @return the distance; 0 for empty vectors
  /// @throws IndexOutOfBoundsException if a slice leaves its array
  public static double l1(double[] a, int aOffset, double[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return Dispatch.float64L1()
        ? VectorDoubleReductions.INSTANCE.l1(a, aOffset, b, bOffset, length)
        : ScalarDoubleReductions.INSTANCE.l1(a, aOffset, b, bOffset, length);
  }

  /// The sum of all elements, with the error bound of [#dot(double[], double[])].
  ///
  /// @param a the vector
  /// @return the sum; 0 for an empty vector
  public static double sum(double[] a) {
    return sum(a, 0, a.length);
  }

  /// [#sum(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the sum; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static double sum(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return Dispatch.float64Sum()
        ? VectorDoubleReductions.INSTANCE.sum(a, offset, length)
        : ScalarDoubleReductions.INSTANCE.sum(a, offset, length);
  }

  /// The sum of the squares of all elements: the dot product with itself, and its error bound.
  ///
  /// @param a the vector
  /// @return the sum; 0 for an empty vector
  public static double sumOfSquares(double[] a) {
    return sumOfSquares(a, 0, a.length);
  }

  /// [#sumOfSquares(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the sum; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static double sumOfSquares(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return dot(a, offset, a, offset, length);
  }

  /// The Euclidean norm, the square root of the sum of squares. Squares beyond the range of doubles
  /// (elements above about 1e154) make it infinite, tiny ones (below about 1e-162) zero. Relative
  /// to the norm, the error is at most half the bound of [#sumOfSquares(double[])], and one
  /// rounding.
  ///
  /// @param a the vector
  /// @return the norm; 0 for an empty vector
  public static double norm(double[] a) {
    return norm(a, 0, a.length);
  }

  /// [#norm(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the norm; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static double norm(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return Math.sqrt(dot(a, offset, a, offset, length));
  }

  /// The arithmetic mean: [#sum(double[])] by the length. The error bound is that of the sum and
  /// one rounding, `(n/w + log2 w + 3) * 2^-53` times the mean of `|a[i]|`.
  ///
  /// @param a the vector
  /// @return the mean; 0 for an empty vector
  public static double mean(double[] a) {
    return mean(a, 0, a.length);
  }

  /// [#mean(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the mean; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static double mean(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return length == 0 ? 0 : sum(a, offset, length) / length;
  }

  /// The variance of a population, `sum (a[i] - mean)² / n`, in two passes, so that a large mean
  /// costs few digits. The error is at most `(n/w + log2 w + 5) * 2^-53` times the variance, w as
  /// for [#dot(double[], double[])], and the square of the error of the mean.
  ///
  /// @param a the vector
  /// @return the variance; 0 for an empty vector
  public static double variance(double[] a) {
    return variance(a, 0, a.length);
  }

  /// [#variance(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the variance; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static double variance(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    if (length == 0) {
      return 0;
    }
    double mean = sum(a, offset, length) / length;
    double squares =
        Dispatch.float64Sum()
            ? VectorDoubleReductions.INSTANCE.squaredDeviations(a, offset, length, mean)
            : ScalarDoubleReductions.INSTANCE.squaredDeviations(a, offset, length, mean);
    return squares / length;
  }

  /// The least element.
  ///
  /// @param a the vector
  /// @return the least element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.min`
  /// @throws IllegalArgumentException if the input is empty
  public static double min(double[] a) {
    return min(a, 0, a.length);
  }

  /// [#min(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the least element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.min`
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static double min(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.float64MinMax()
        ? VectorDoubleReductions.INSTANCE.min(a, offset, length)
        : ScalarDoubleReductions.INSTANCE.min(a, offset, length);
  }

  /// The greatest element.
  ///
  /// @param a the vector
  /// @return the greatest element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.max`
  /// @throws IllegalArgumentException if the input is empty
  public static double max(double[] a) {
    return max(a, 0, a.length);
  }

  /// [#max(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the greatest element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.max`
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static double max(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.float64MinMax()
        ? VectorDoubleReductions.INSTANCE.max(a, offset, length)
        : ScalarDoubleReductions.INSTANCE.max(a, offset, length);
  }

  /// The index of the least element, as [#min(double[])] tells.
  ///
  /// @param a the vector
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  public static int argMin(double[] a) {
    return argMin(a, 0, a.length);
  }

  /// [#argMin(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static int argMin(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.float64ArgMinMax()
        ? VectorDoubleReductions.INSTANCE.argMin(a, offset, length)
        : ScalarDoubleReductions.INSTANCE.argMin(a, offset, length);
  }

  /// The index of the greatest element, as [#max(double[])] tells.
  ///
  /// @param a the vector
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  public static int argMax(double[] a) {
    return argMax(a, 0, a.length);
  }

  /// [#argMax(double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static int argMax(double[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.float64ArgMinMax()
        ? VectorDoubleReductions.INSTANCE.argMax(a, offset, length)
        : ScalarDoubleReductions.INSTANCE.argMax(a, offset, length);
  }

  /// The least and the greatest element, as [#min(double[])] and [#max(double[])] tell them.
  ///
  /// @param a the vector
  /// @param dst takes the least element at 0 and the greatest at 1
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if dst has less than two elements
  public static void minMax(double[] a, double[] dst) {
    minMax(a, 0, a.length, dst);
  }

  /// [#minMax(double[], double[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @param dst takes the least element at 0 and the greatest at 1
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array or dst has less than two
  ///   elements
  public static void minMax(double[] a, int offset, int length, double[] dst) {
    Objects.checkFromIndexSize(0, 2, dst.length);
    double min = min(a, offset, length);
    double max = max(a, offset, length);
    dst[0] = min;
    dst[1] = max;
  }
}
