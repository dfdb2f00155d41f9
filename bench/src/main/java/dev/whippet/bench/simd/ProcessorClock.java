package dev.whippet.bench.simd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The processor time of all threads of this process, to the nanosecond: POSIX `clock_gettime`.
@SuppressWarnings("restricted") // calls native code, which is its purpose
final class ProcessorClock {
  /// Linux's number of CLOCK_PROCESS_CPUTIME_ID.
  private static final int PROCESS = 2;

  private static final long NANOS = 1_000_000_000;

  private final MemorySegment time = Arena.global().allocate(JAVA_LONG, 2);
  private final MethodHandle getTime =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().find("clock_gettime").orElseThrow(),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

  long nanos() {
    try {
      int result = (int) getTime.invokeExact(PROCESS, time);
      if (result != 0) {
        throw new IllegalStateException("clock_gettime failed");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return time.getAtIndex(JAVA_LONG, 0) * NANOS + time.getAtIndex(JAVA_LONG, 1);
  }
}
