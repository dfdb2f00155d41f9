package dev.whippet.testing;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The command line that runs a handler in a JVM like this one.
final class HandlerJvm {
  private HandlerJvm() {}

  static List<String> command(Class<?> handler) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
        java.toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath(handler),
        "dev.whippet.Bootstrap",
        handler.getName());
  }

  /// The handler's own place first: where tests are patched into a module, no path names it.
  private static String classPath(Class<?> handler) {
    SequencedSet<String> path = new LinkedHashSet<>();
    path.add(location(handler));
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
        if (!entry.isEmpty()) {
          path.add(entry);
        }
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private static String location(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    URL url = type.getResource('/' + file);
    if (url == null) {
      throw new IllegalArgumentException(type + " has no class file to run in another JVM");
    }
    String text = url.toString();
    String root = text.substring(0, text.length() - file.length());
    if (root.startsWith("jar:")) {
      root = root.substring("jar:".length(), root.indexOf("!/"));
    }
    return Path.of(URI.create(root)).toString();
  }
}
