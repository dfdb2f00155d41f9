/// Numeric kernels over `float[]`, `double[]` and `byte[]` that are never slower than plain Java,
/// from the first call: see [dev.whippet.simd.SimdOps].
module dev.whippet.simd {
  // only the vector tier needs it, and only where it is resolved: without it, the scalar tier
  // serves
  requires static jdk.incubator.vector;

  exports dev.whippet.simd;
}
