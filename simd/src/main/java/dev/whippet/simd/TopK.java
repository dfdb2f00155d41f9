package dev.whippet.simd;

/// The greatest scores by a heap of the best so far, whose root is the worst of them: nearly every
/// score is compared with the root and dropped.
final class TopK {
  private TopK() {}

  static int select(float[] scores, int offset, int length, int[] indices, float[] values, int k) {
    int count = 0;
    if (k == 0) {
      return 0;
    }
    for (int i = 0; i < length; i++) {
      float score = scores[offset + i];
      if (count < k) {
        if (!Float.isNaN(score)) {
          up(indices, values, count++, i, score);
        }
      } else if (score > values[0]) {
        down(indices, values, count, 0, i, score);
      }
    }
    // take the worst away, again and again: falling order
    for (int last = count - 1; last > 0; last--) {
      int index = indices[last];
      float value = values[last];
      indices[last] = indices[0];
      values[last] = values[0];
      down(indices, values, last, 0, index, value);
    }
    return count;
  }

  /// Of equal scores the later one is worse. -0.0 and 0.0 are equal.
  private static boolean isWorse(float value, int index, float otherValue, int otherIndex) {
    return value < otherValue || (value == otherValue && index > otherIndex);
  }

  private static void up(int[] indices, float[] values, int at, int index, float value) {
    int i = at;
    while (i > 0) {
      int parent = (i - 1) >> 1;
      if (!isWorse(value, index, values[parent], indices[parent])) {
        break;
      }
      indices[i] = indices[parent];
      values[i] = values[parent];
      i = parent;
    }
    indices[i] = index;
    values[i] = value;
  }

  private static void down(
      int[] indices, float[] values, int size, int at, int index, float value) {
    int i = at;
    for (int child = 2 * i + 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size
          && isWorse(values[child + 1], indices[child + 1], values[child], indices[child])) {
        child++;
      }
      if (!isWorse(values[child], indices[child], value, index)) {
        break;
      }
      indices[i] = indices[child];
      values[i] = values[child];
      i = child;
    }
    indices[i] = index;
    values[i] = value;
  }
}
