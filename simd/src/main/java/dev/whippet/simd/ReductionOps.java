package dev.whippet.simd;

import java.util.Objects;

/// Reductions of one vector to a number.
abstract sealed class ReductionOps extends DistanceOps permits DoubleOps {
  ReductionOps() {}

  /// The sum of all elements, with the error bound of [#dot(float[], float[])] with eight running
  /// sums per lane.
  ///
  /// @param a the vector
  /// @return the sum; 0 for an empty vector
  public static float sum(float[] a) {
    return sum(a, 0, a.length);
  }

  /// [#sum(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the sum; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float sum(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return Dispatch.sum()
        ? VectorFloatReductions.INSTANCE.sum(a, offset, length)
        : ScalarFloatReductions.INSTANCE.sum(a, offset, length);
  }

  /// The sum of the squares of all elements: the dot product with itself, and its error bound.
  ///
  /// @param a the vector
  /// @return the sum; 0 for an empty vector
  public static float sumOfSquares(float[] a) {
    return sumOfSquares(a, 0, a.length);
  }

  /// [#sumOfSquares(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the sum; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float sumOfSquares(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return dot(a, offset, a, offset, length);
  }

  /// The Euclidean norm, the square root of the sum of squares. Squares beyond the range of floats
  /// (elements above about 1e19) make it infinite, tiny ones (below about 1e-23) zero. Relative to
  /// the norm, the error is at most half the bound of [#sumOfSquares(float[])], and one rounding.
  ///
  /// @param a the vector
  /// @return the norm; 0 for an empty vector
  public static float norm(float[] a) {
    return norm(a, 0, a.length);
  }

  /// [#norm(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the norm; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float norm(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return (float) Math.sqrt(dot(a, offset, a, offset, length));
  }

  /// The arithmetic mean: [#sum(float[])] by the length. The error bound is that of the sum and one
  /// rounding, `(n/w + log2 w + 3) * 2^-24` times the mean of `|a[i]|`.
  ///
  /// @param a the vector
  /// @return the mean; 0 for an empty vector
  public static float mean(float[] a) {
    return mean(a, 0, a.length);
  }

  /// [#mean(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the mean; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float mean(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    return length == 0 ? 0 : sum(a, offset, length) / length;
  }

  /// The variance of a population, `sum (a[i] - mean)² / n`, in two passes, so that a large mean
  /// costs few digits. The error is at most `(n/w + log2 w + 5) * 2^-24` times the variance, and
  /// the square of the error of the mean; w is four in the scalar tier, four per lane in the vector
  /// tier.
  ///
  /// @param a the vector
  /// @return the variance; 0 for an empty vector
  public static float variance(float[] a) {
    return variance(a, 0, a.length);
  }

  /// [#variance(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the variance; 0 for an empty vector
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float variance(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    if (length == 0) {
      return 0;
    }
    float mean = sum(a, offset, length) / length;
    float squares =
        Dispatch.sum()
            ? VectorFloatReductions.INSTANCE.squaredDeviations(a, offset, length, mean)
            : ScalarFloatReductions.INSTANCE.squaredDeviations(a, offset, length, mean);
    return squares / length;
  }

  /// The least element.
  ///
  /// @param a the vector
  /// @return the least element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.min`
  /// @throws IllegalArgumentException if the input is empty
  public static float min(float[] a) {
    return min(a, 0, a.length);
  }

  /// [#min(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the least element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.min`
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float min(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.minMax()
        ? VectorFloatReductions.INSTANCE.min(a, offset, length)
        : ScalarFloatReductions.INSTANCE.min(a, offset, length);
  }

  /// The greatest element.
  ///
  /// @param a the vector
  /// @return the greatest element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.max`
  /// @throws IllegalArgumentException if the input is empty
  public static float max(float[] a) {
    return max(a, 0, a.length);
  }

  /// [#max(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the greatest element; NaN if any is NaN; -0.0 is less than 0.0, as for `Math.max`
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static float max(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.minMax()
        ? VectorFloatReductions.INSTANCE.max(a, offset, length)
        : ScalarFloatReductions.INSTANCE.max(a, offset, length);
  }

  /// The index of the least element, as [#min(float[])] tells.
  ///
  /// @param a the vector
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  public static int argMin(float[] a) {
    return argMin(a, 0, a.length);
  }

  /// [#argMin(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static int argMin(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.argMinMax()
        ? VectorFloatReductions.INSTANCE.argMin(a, offset, length)
        : ScalarFloatReductions.INSTANCE.argMin(a, offset, length);
  }

  /// The index of the greatest element, as [#max(float[])] tells.
  ///
  /// @param a the vector
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  public static int argMax(float[] a) {
    return argMax(a, 0, a.length);
  }

  /// [#argMax(float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @return the first such index, relative to the start of the vector; that of the first NaN if
  ///   there is one
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array
  public static int argMax(float[] a, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, a.length);
    Slices.requireElements(length);
    return Dispatch.argMinMax()
        ? VectorFloatReductions.INSTANCE.argMax(a, offset, length)
        : ScalarFloatReductions.INSTANCE.argMax(a, offset, length);
  }

  /// The least and the greatest element, as [#min(float[])] and [#max(float[])] tell them.
  ///
  /// @param a the vector
  /// @param dst takes the least element at 0 and the greatest at 1
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if dst has less than two elements
  public static void minMax(float[] a, float[] dst) {
    minMax(a, 0, a.length, dst);
  }

  /// [#minMax(float[], float[])] of a slice.
  ///
  /// @param a the array
  /// @param offset where the vector starts
  /// @param length its length
  /// @param dst takes the least element at 0 and the greatest at 1
  /// @throws IllegalArgumentException if the input is empty
  /// @throws IndexOutOfBoundsException if the slice leaves the array or dst has less than two
  ///   elements
  public static void minMax(float[] a, int offset, int length, float[] dst) {
    Objects.checkFromIndexSize(0, 2, dst.length);
    float min = min(a, offset, length);
    float max = max(a, offset, length);
    dst[0] = min;
    dst[1] = max;
  }
}
