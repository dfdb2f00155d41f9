package dev.whippet.simd;

/// Checks of arguments.
final class Slices {
  private Slices() {}

  static int sameLength(int a, int b) {
    if (a != b) {
      throw new IllegalArgumentException("arrays differ in length: " + a + " and " + b);
    }
    return a;
  }

  static void requireElements(int length) {
    if (length == 0) {
      throw new IllegalArgumentException("empty input has no least or greatest element");
    }
  }

  /// A destination may be an input itself, but not lie across it.
  @SuppressWarnings("ReferenceEquality") // whether it is the same array, not an equal one
  static void checkOverlap(Object source, int from, Object dst, int to, int length) {
    if (source == dst && from != to && Math.abs((long) from - to) < length) {
      throw new IllegalArgumentException(
          "dst overlaps an input: offsets " + from + " and " + to + ", length " + length);
    }
  }

  /// A matrix of rows x columns, whose rows start `stride` apart.
  static void checkMatrix(String name, int offset, int rows, int columns, int stride, int length) {
    if (rows < 0 || columns < 0 || stride < columns) {
      throw new IllegalArgumentException(
          "matrix " + name + " is " + rows + " x " + columns + " with rows " + stride + " apart");
    }
    long size = rows == 0 ? 0 : (rows - 1L) * stride + columns;
    if (offset < 0 || offset + size > length) {
      throw new IndexOutOfBoundsException(
          "matrix " + name + " needs " + size + " elements from " + offset + " on, of " + length);
    }
  }
}
