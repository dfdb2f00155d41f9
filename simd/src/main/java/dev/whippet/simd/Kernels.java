package dev.whippet.simd;

/// The contract of both tiers. Arguments arrive checked: every slice lies within its array, slices
/// of one operation have one length, a destination is its source or does not overlap it.
sealed interface Kernels permits ScalarKernels, VectorKernels {
  FloatReductions floats();

  DoubleReductions doubles();

  ByteReductions bytes();

  Transcendentals transcendentals();

  MatrixKernels matrices();
}
