package dev.whippet.bench.coldstart;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The few system calls that Java has no API for, or only one that is too coarse: `Process` tells
/// the processor time in steps of 10 ms, and starts a helper program first. Constants are those of
/// Linux, on x86_64 and aarch64 alike.
final class Posix {
  static final int SIGKILL = 9;
  static final int SIGTERM = 15;

  private static final int WNOHANG = 1;
  private static final int O_RDONLY = 0;
  private static final int O_WRONLY_CREAT_TRUNC = 01101;
  private static final int POSIX_FADV_DONTNEED = 4;
  private static final short POSIX_SPAWN_SETPGROUP = 2;
  // glibc's are 80 and 336 bytes
  private static final long OPAQUE_SIZE = 1024;

  private static final MethodHandle SPAWN =
      function(
          "posix_spawn",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle ACTIONS_INIT = pointer("posix_spawn_file_actions_init");
  private static final MethodHandle ACTIONS_OPEN =
      function(
          "posix_spawn_file_actions_addopen",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle ACTIONS_DUP2 =
      function(
          "posix_spawn_file_actions_adddup2",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle ACTIONS_CHDIR =
      function(
          "posix_spawn_file_actions_addchdir_np",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle ATTRIBUTES_INIT = pointer("posix_spawnattr_init");
  private static final MethodHandle ATTRIBUTES_FLAGS =
      function("posix_spawnattr_setflags", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
  private static final MethodHandle KILL =
      function("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle WAITPID =
      function("waitpid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOCK_GETTIME =
      function("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle OPEN =
      function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle FDATASYNC =
      function("fdatasync", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle FADVISE =
      function(
          "posix_fadvise",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

  private Posix() {}

  @SuppressWarnings("restricted") // native functions are what this class is for
  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }

  private static MethodHandle pointer(String name) {
    return function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS));
  }

  /// Starts a program in a process group of its own, as its leader, and returns when it has begun.
  ///
  /// @param log takes what it writes to standard output and error
  /// @return its process id
  static int spawn(List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment actions = arena.allocate(OPAQUE_SIZE);
      check("posix_spawn_file_actions_init", call(ACTIONS_INIT, actions));
      MemorySegment logName = arena.allocateFrom(log.toString());
      check("addopen", call(ACTIONS_OPEN, actions, 1, logName, O_WRONLY_CREAT_TRUNC, 0644));
      check("adddup2", call(ACTIONS_DUP2, actions, 1, 2));
      check("addchdir", call(ACTIONS_CHDIR, actions, arena.allocateFrom(folder.toString())));
      MemorySegment attributes = arena.allocate(OPAQUE_SIZE);
      check("posix_spawnattr_init", call(ATTRIBUTES_INIT, attributes));
      check("setflags", call(ATTRIBUTES_FLAGS, attributes, POSIX_SPAWN_SETPGROUP));
      List<String> variables =
          environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
      MemorySegment pid = arena.allocate(JAVA_INT);
      check(
          "cannot start " + command.getFirst(),
          call(
              SPAWN,
              pid,
              arena.allocateFrom(command.getFirst()),
              actions,
              attributes,
              strings(arena, command),
              strings(arena, variables)));
      return pid.get(JAVA_INT, 0);
    }
  }

  private static MemorySegment strings(Arena arena, List<String> strings) {
    MemorySegment array = arena.allocate(MemoryLayout.sequenceLayout(strings.size() + 1L, ADDRESS));
    for (int i = 0; i < strings.size(); i++) {
      array.setAtIndex(ADDRESS, i, arena.allocateFrom(strings.get(i)));
    }
    return array;
  }

  /// Sends a signal to a process and those in its group.
  static void killGroup(int pid, int signal) {
    call(KILL, -pid, signal);
  }

  /// Waits for the end of a process.
  static void await(int pid) {
    call(WAITPID, pid, MemorySegment.NULL, 0);
  }

  /// Whether a process has ended; if so, it is gone after the call.
  static boolean hasEnded(int pid) {
    return call(WAITPID, pid, MemorySegment.NULL, WNOHANG) != 0;
  }

  /// The processor time of a process, user and system, of all its threads that are or were.
  ///
  /// @return nanoseconds
  static long cpuNanos(int pid) {
    // as clock_getcpuclockid makes it: Linux knows the clock of any process by its id
    int clock = ~pid << 3 | 2;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(2 * JAVA_LONG.byteSize(), JAVA_LONG.byteAlignment());
      if (call(CLOCK_GETTIME, clock, time) != 0) {
        throw new IllegalStateException("process " + pid + " has no processor clock: it has ended");
      }
      return time.getAtIndex(JAVA_LONG, 0) * 1_000_000_000L + time.getAtIndex(JAVA_LONG, 1);
    }
  }

  /// Asks the system to forget a file's pages. Needs no privilege, and leaves alone pages that a
  /// process has mapped.
  static void dropFromPageCache(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      int descriptor = call(OPEN, arena.allocateFrom(file.toString()), O_RDONLY);
      if (descriptor >= 0) {
        call(FDATASYNC, descriptor);
        call(FADVISE, descriptor, 0L, 0L, POSIX_FADV_DONTNEED);
        call(CLOSE, descriptor);
      }
    }
  }

  private static int call(MethodHandle function, Object... arguments) {
    try {
      return (int) function.invokeWithArguments(arguments);
    } catch (Throwable e) { // what a method handle declares, not what these functions do
      throw new IllegalStateException(e);
    }
  }

  private static void check(String what, int error) throws IOException {
    if (error != 0) {
      throw new IOException(what + ": error " + error);
    }
  }
}
