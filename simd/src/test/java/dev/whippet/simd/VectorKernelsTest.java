package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class VectorKernelsTest
    implements FloatReductionsContract,
        ExtremaContract,
        DoubleReductionsContract,
        DoubleExtremaContract,
        ByteReductionsContract,
        TranscendentalsContract,
        MatrixKernelsContract {
  @Override
  public Kernels kernels() {
    return new VectorKernels();
  }

  @Override
  public int lanes() {
    return FloatVector.SPECIES_PREFERRED.length();
  }

  @Override
  public int runningSums() {
    return 4 * lanes();
  }

  @Test
  void vectorsAreAsWideAsThisForkAsksFor() {
    int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
    assertEquals(Integer.getInteger("whippet.test.bits", bits), bits);
  }

  @Test
  void theProcessorIsTheOneThisForkAsksFor() {
    String processor = System.getProperty("os.arch");
    assertEquals(System.getProperty("whippet.test.arch", processor), processor);
  }

  @Test
  void fusedMultiplyAddIsUsedWhereItIsFast() {
    assertEquals(!Boolean.getBoolean("whippet.test.noFma"), FusedMultiplyAdd.FAST);
  }
}
