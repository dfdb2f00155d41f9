package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Serves a function on this machine: whippet-testing's emulator in a JVM of its own, which starts
/// the function in yet another process.
///
/// @param jdk the JDK that both run on
/// @param emulator the command line up to the emulator's options
/// @param port the port of the Invoke API
/// @param options the emulator's options
/// @param command the function's command line; empty for none
record LocalRun(
    Jdk jdk, List<String> emulator, int port, List<String> options, List<String> command) {
  static final int DEFAULT_PORT = 9000;
  private static final String MAIN_CLASS = "dev.whippet.testing.Main";
  private static final String RUNTIME = "dev.whippet.Bootstrap";
  private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  LocalRun(Jdk jdk, List<Path> testing, String name, int port, int memory) {
    this(
        jdk,
        join(
            List.of(jdk.tool("java").toString()), QUICK, List.of("-cp", path(testing), MAIN_CLASS)),
        port,
        List.of(
            "--name", name, "--port", Integer.toString(port), "--memory", Integer.toString(memory)),
        List.of());
  }

  /// This, with another of the emulator's options.
  LocalRun with(String option, String value) {
    return new LocalRun(jdk, emulator, port, join(options, List.of(option, value)), command);
  }

  /// This, with a function on a class path.
  ///
  /// @param mainClass its main class or handler
  LocalRun function(List<Path> classPath, String mainClass, List<String> jvmOptions) {
    boolean vectors = classPath.stream().anyMatch(LocalRun::isVectorLibrary);
    return new LocalRun(
        jdk,
        emulator,
        port,
        options,
        join(
            List.of(jdk.tool("java").toString()),
            QUICK,
            vectors ? List.of("--add-modules=jdk.incubator.vector") : List.of(),
            jvmOptions,
            List.of("-cp", path(classPath), RUNTIME, mainClass)));
  }

  private static boolean isVectorLibrary(Path entry) {
    return entry.getFileName().toString().startsWith("whippet-simd-")
        || Files.isDirectory(entry.resolve("dev/whippet/simd")); // in a build with this repository
  }

  /// The whole command line.
  List<String> words() {
    return command.isEmpty()
        ? join(emulator, options)
        : join(emulator, options, List.of("--"), command);
  }

  /// Serves until this process is ended; what is printed goes to this process's streams.
  ///
  /// @param directory the function's working directory
  /// @throws PackagingException if a port is in use, or the emulator ends by itself
  void serve(Path directory) {
    ports().forEach(LocalRun::mustBeFree);
    try {
      Process process =
          new ProcessBuilder(words()).directory(directory.toFile()).inheritIO().start();
      Thread ending = new Thread(process::destroy, "whippet-run");
      Runtime.getRuntime().addShutdownHook(ending);
      try {
        int status = process.waitFor();
        throw new PackagingException(
            "the emulator has ended with exit status %d: its last lines above say why"
                .formatted(status));
      } finally {
        process.destroy(); // the thread may be interrupted, in a Maven that lives on
      }
    } catch (IOException e) {
      throw new PackagingException(
          "cannot run %s: %s".formatted(emulator.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The ports that it takes: its own and the function URL's; none yet if any will do.
  List<Integer> ports() {
    return port == 0 ? List.of() : List.of(port, port + 1);
  }

  private static void mustBeFree(int port) {
    if (port < 1 || port > 65535) {
      throw new PackagingException(
          "whippet.port is out of range: expected 0 (any free one) to 65534, since the function URL"
              + " has the port after it");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(
          new java.net.InetSocketAddress(
              InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    } catch (IOException e) {
      throw new PackagingException(
          """
          port %d of 127.0.0.1 is in use, perhaps by another 'mvn whippet:run': end that, or choose \
          another port with -Dwhippet.port=N (here and for whippet:invoke); two in a row are needed\
          """
              .formatted(port),
          e);
    }
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  @SafeVarargs
  private static List<String> join(List<String>... lists) {
    List<String> all = new ArrayList<>();
    for (List<String> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }
}
