package dev.whippet.bench.simd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// OpenBLAS's C interface on the arrays of the heap, without a copy. One thread
/// (`OPENBLAS_NUM_THREADS=1`).
@SuppressWarnings("restricted") // calls native code, which is its purpose
final class OpenBlas {
  private static final int ROW_MAJOR = 101;
  private static final int NO_TRANSPOSE = 111;
  private static final SymbolLookup LIBRARY =
      SymbolLookup.libraryLookup("libopenblas.so.0", Arena.global());
  private static final MethodHandle SDOT =
      function(
          "cblas_sdot",
          FunctionDescriptor.of(JAVA_FLOAT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle DDOT =
      function(
          "cblas_ddot",
          FunctionDescriptor.of(JAVA_DOUBLE, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle DNRM2 =
      function("cblas_dnrm2", FunctionDescriptor.of(JAVA_DOUBLE, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle DSUM =
      function("cblas_dsum", FunctionDescriptor.of(JAVA_DOUBLE, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SGEMM =
      function(
          "cblas_sgemm",
          FunctionDescriptor.ofVoid(
              JAVA_INT,
              JAVA_INT,
              JAVA_INT,
              JAVA_INT,
              JAVA_INT,
              JAVA_INT,
              JAVA_FLOAT,
              ADDRESS,
              JAVA_INT,
              ADDRESS,
              JAVA_INT,
              JAVA_FLOAT,
              ADDRESS,
              JAVA_INT));

  private OpenBlas() {}

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker()
        .downcallHandle(LIBRARY.find(name).orElseThrow(), descriptor, Linker.Option.critical(true));
  }

  static float dot(float[] a, float[] b) throws Throwable {
    return (float)
        SDOT.invokeExact(a.length, MemorySegment.ofArray(a), 1, MemorySegment.ofArray(b), 1);
  }

  static double dot(double[] a, double[] b) throws Throwable {
    return (double)
        DDOT.invokeExact(a.length, MemorySegment.ofArray(a), 1, MemorySegment.ofArray(b), 1);
  }

  static double norm(double[] a) throws Throwable {
    return (double) DNRM2.invokeExact(a.length, MemorySegment.ofArray(a), 1);
  }

  static double sum(double[] a) throws Throwable {
    return (double) DSUM.invokeExact(a.length, MemorySegment.ofArray(a), 1);
  }

  static void gemm(int n, float[] a, float[] b, float[] c) throws Throwable {
    SGEMM.invokeExact(
        ROW_MAJOR,
        NO_TRANSPOSE,
        NO_TRANSPOSE,
        n,
        n,
        n,
        1f,
        MemorySegment.ofArray(a),
        n,
        MemorySegment.ofArray(b),
        n,
        0f,
        MemorySegment.ofArray(c),
        n);
  }
}
