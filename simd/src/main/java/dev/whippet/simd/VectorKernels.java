package dev.whippet.simd;

/// The tier of the Vector API. Loading this class loads no class of `jdk.incubator.vector`; each
/// family does so by itself, so that a warm-up pays for what it warms up.
final class VectorKernels implements Kernels {
  @Override
  public FloatReductions floats() {
    return VectorFloatReductions.INSTANCE;
  }

  @Override
  public DoubleReductions doubles() {
    return VectorDoubleReductions.INSTANCE;
  }

  @Override
  public ByteReductions bytes() {
    return VectorByteReductions.INSTANCE;
  }

  @Override
  public Transcendentals transcendentals() {
    return VectorTranscendentals.INSTANCE;
  }

  @Override
  public MatrixKernels matrices() {
    return VectorMatrixKernels.INSTANCE;
  }
}
