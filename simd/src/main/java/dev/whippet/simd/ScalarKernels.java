package dev.whippet.simd;

/// The tier of plain Java: fast from the first call, never the fastest.
final class ScalarKernels implements Kernels {
  @Override
  public FloatReductions floats() {
    return ScalarFloatReductions.INSTANCE;
  }

  @Override
  public DoubleReductions doubles() {
    return ScalarDoubleReductions.INSTANCE;
  }

  @Override
  public ByteReductions bytes() {
    return ScalarByteReductions.INSTANCE;
  }

  @Override
  public Transcendentals transcendentals() {
    return ScalarTranscendentals.INSTANCE;
  }

  @Override
  public MatrixKernels matrices() {
    return ScalarMatrixKernels.INSTANCE;
  }
}
