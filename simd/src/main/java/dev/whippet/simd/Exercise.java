package dev.whippet.simd;

import java.util.Arrays;

/// Inputs for one operation that take it along every path, so that no first real call finds one
/// that the compiler took for dead.
final class Exercise {
  private static final int CAPACITY = 1200;

  /// Lengths cycle through all remainders below this.
  private static final int LENGTHS = 331;

  private final Operation operation;
  private final float[] b = new float[CAPACITY];
  private final float[] dst = new float[CAPACITY];
  private final Input numbers = new Input();
  private final Input zeros = Input.of(0);
  private final Input notANumber = Input.of(Float.NaN);
  private final byte[] bytes;

  @SuppressWarnings("UnusedVariable") // its being written keeps the results alive
  private double sink;

  Exercise(Operation operation) {
    this.operation = operation;
    for (int i = 0; i < CAPACITY; i++) {
      numbers.x[i] = 1 + i * 37 % 100 / 50f;
      numbers.wide[i] = numbers.x[i];
      b[i] = 2 - i * 53 % 100 / 100f;
    }
    bytes = new byte[operation == Operation.INT8 ? ManyBlocks.BYTES : CAPACITY];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
  }

  /// One vector in both precisions.
  private static final class Input {
    final float[] x = new float[CAPACITY];
    final double[] wide = new double[CAPACITY];

    static Input of(float element) {
      Input input = new Input();
      Arrays.fill(input.x, element);
      Arrays.fill(input.wide, element);
      return input;
    }
  }

  /// What makes the loop over blocks of bytes go round.
  private static final class ManyBlocks {
    static final int BYTES = 70_000;
  }

  /// Calls that reach the compilers' thresholds at little cost: no vector is touched.
  void tiny(Kernels kernels, int calls) {
    for (int call = 0; call < calls; call++) {
      run(kernels, numbers, call & 1);
    }
  }

  void everyPath(Kernels kernels, int from, int calls) {
    for (int call = from; call < from + calls; call++) {
      Input input = call % 16 == 3 ? zeros : call % 16 == 9 ? notANumber : numbers;
      run(kernels, input, call * 61 % LENGTHS);
    }
    if (operation == Operation.INT8) {
      sink += kernels.bytes().dot(bytes, 0, bytes, 0, bytes.length);
      sink += kernels.bytes().squaredL2(bytes, 0, bytes, 0, bytes.length);
    }
  }

  void run(Kernels kernels, int n) {
    run(kernels, numbers, n);
  }

  private void run(Kernels kernels, Input input, int n) {
    float[] x = input.x;
    double[] wide = input.wide;
    switch (operation) {
      case DOT -> sink += kernels.floats().dot(x, 0, b, 0, n);
      case COSINE -> sink += kernels.floats().cosine(x, 0, b, 0, n);
      case SQUARED_L2 -> sink += kernels.floats().squaredL2(x, 0, b, 0, n);
      case L1 -> sink += kernels.floats().l1(x, 0, b, 0, n);
      case SUM -> {
        sink += kernels.floats().sum(x, 0, n);
        sink += kernels.floats().squaredDeviations(x, 0, n, 1);
      }
      case MIN_MAX -> {
        int atLeastOne = Math.max(n, 1);
        sink += kernels.floats().min(x, 0, atLeastOne);
        sink += kernels.floats().max(x, 0, atLeastOne);
      }
      case ARG_MIN_MAX -> {
        int atLeastOne = Math.max(n, 1);
        sink += kernels.floats().argMin(x, 0, atLeastOne);
        sink += kernels.floats().argMax(x, 0, atLeastOne);
      }
      case FLOAT64_DOT -> {
        sink += kernels.doubles().dot(x, 0, b, 0, n);
        sink += kernels.doubles().dot(wide, 0, wide, 1, n);
      }
      case FLOAT64_COSINE -> sink += kernels.doubles().cosine(wide, 0, wide, 1, n);
      case FLOAT64_SQUARED_L2 -> sink += kernels.doubles().squaredL2(wide, 0, wide, 1, n);
      case FLOAT64_L1 -> sink += kernels.doubles().l1(wide, 0, wide, 1, n);
      case FLOAT64_SUM -> {
        sink += kernels.doubles().sum(wide, 0, n);
        sink += kernels.doubles().squaredDeviations(wide, 0, n, 1);
      }
      case FLOAT64_MIN_MAX -> {
        int atLeastOne = Math.max(n, 1);
        sink += kernels.doubles().min(wide, 0, atLeastOne);
        sink += kernels.doubles().max(wide, 0, atLeastOne);
      }
      case FLOAT64_ARG_MIN_MAX -> {
        int atLeastOne = Math.max(n, 1);
        sink += kernels.doubles().argMin(wide, 0, atLeastOne);
        sink += kernels.doubles().argMax(wide, 0, atLeastOne);
      }
      case INT8 -> {
        sink += kernels.bytes().dot(bytes, 0, bytes, 1, n);
        sink += kernels.bytes().squaredL2(bytes, 0, bytes, 1, n);
        sink += kernels.bytes().cosine(bytes, 0, bytes, 1, n);
      }
      case HAMMING -> sink += kernels.bytes().hamming(bytes, 0, bytes, 1, n);
      case EXP -> kernels.transcendentals().exp(x, 0, dst, 0, n);
      case LOG -> kernels.transcendentals().log(x, 0, dst, 0, n);
      case SIGMOID -> kernels.transcendentals().sigmoid(x, 0, dst, 0, n);
      case TANH -> kernels.transcendentals().tanh(x, 0, dst, 0, n);
      case SOFTMAX -> {
        int atLeastOne = Math.max(n, 1);
        kernels.transcendentals().softmax(x, 0, dst, 0, atLeastOne);
        sink += kernels.transcendentals().logSumExp(x, 0, atLeastOne);
      }
      case GEMM -> gemm(kernels, x, n);
    }
  }

  /// A small product for each length, and a deep one now and then.
  private void gemm(Kernels kernels, float[] x, int n) {
    if (n % 32 == 0) {
      kernels.matrices().gemm(1, 1, n + 300, 1, x, 0, n + 300, b, 0, 1, 1, dst, 0, 1);
    } else {
      int m = 1 + n % 13;
      int columns = 1 + n % 47;
      int depth = 1 + n % 24;
      float beta = n % 3 == 0 ? 0 : n % 3 == 1 ? 1 : 0.5f;
      kernels
          .matrices()
          .gemm(m, columns, depth, 1, x, 0, depth, b, 0, columns, beta, dst, 0, columns);
    }
  }
}
