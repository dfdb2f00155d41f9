package dev.whippet.simd;

/// The contract of both tiers. Arguments arrive checked: every slice lies within its array, slices
/// of one operation have one length, a destination is its source or does not overlap it.
///
/// The kernels repeat each other, on purpose, in three ways:
/// - `float` and `double` each have their own. Java has no generics over primitive types;
///   `Vector<E>`, common to `FloatVector` and `DoubleVector`, is slower by far wherever its
///   receiver has two types. They also differ: in accumulators, blocks, tails, and how a cosine is
///   made of its sums.
/// - The steps of a loop and of its tail are written out. A vector that crosses a call which is not
///   inlined is allocated (nine times the time), and inlining is the compiler's to decide.
/// - `min` and `max`, and the functions that start from the polynomial of e^x, share no method, for
///   the same reason: an operator or a polynomial in a parameter is a call.
///
/// What is equal in them by nature, their contract, is written once: one set of tests runs on each.
sealed interface Kernels permits ScalarKernels, VectorKernels {
  FloatReductions floats();

  DoubleReductions doubles();

  ByteReductions bytes();

  Transcendentals transcendentals();

  MatrixKernels matrices();
}
