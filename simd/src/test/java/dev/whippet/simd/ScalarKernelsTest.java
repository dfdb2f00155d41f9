package dev.whippet.simd;

class ScalarKernelsTest
    implements FloatReductionsContract,
        ExtremaContract,
        DoubleReductionsContract,
        DoubleExtremaContract,
        ByteReductionsContract,
        TranscendentalsContract,
        MatrixKernelsContract {
  @Override
  public Kernels kernels() {
    return new ScalarKernels();
  }

  @Override
  public int lanes() {
    return 8;
  }

  @Override
  public int runningSums() {
    return 8;
  }
}
