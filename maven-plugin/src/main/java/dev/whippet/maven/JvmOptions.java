package dev.whippet.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The options a packaged JVM starts with: the only place that knows them. They are the same when
/// the AOT cache is recorded and when it is used, or the JVM rejects it.
final class JvmOptions {
  // a bundled provider, so that no service lookup is needed
  private static final String SLF4J_SIMPLE = "org.slf4j.simple";

  private JvmOptions() {}

  /// The options for a function.
  ///
  /// @param modules the modules in its image
  /// @param own the project's own, which come last and so win
  static List<String> of(Set<String> modules, List<String> own) {
    List<String> options =
        new ArrayList<>(
            List.of(
                // one or two vCPUs and a small heap: a parallel collector has nothing to gain
                "-XX:+UseSerialGC",
                // C1 only: C2's threads and profiling cost more than a short-lived function gains
                "-XX:TieredStopAtLevel=1",
                // most methods of a start run a few hundred times and are not worth compiling (the
                // JVM's limit is 200); loops are, and soon (the JVM's limit is 60000)
                "-XX:Tier3InvocationThreshold=2000",
                "-XX:Tier3BackEdgeThreshold=4000",
                "-XX:-UsePerfData",
                // the cache is mapped where it was made for, not relocated page by page
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:-AOTReplayTraining",
                // a heap that starts small and grows; each of these spares resident memory
                "-Xms8m",
                "-XX:StringTableSize=1024",
                // method handles for each reflective call cost more than they save here
                "-Djdk.reflect.useNativeAccessorOnly=true",
                // what the JDK takes where it has searched for services
                "-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider",
                // what java.security says too, a file that java.net would read for this alone
                "-Djdk.includeInExceptions=hostInfoExclSocket"));
    if (modules.contains(SLF4J_SIMPLE)) {
      options.add("-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider");
      options.add("-Dslf4j.internal.verbosity=WARN");
    }
    options.addAll(own);
    return List.copyOf(options);
  }
}
