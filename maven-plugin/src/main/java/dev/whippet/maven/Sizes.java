package dev.whippet.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// How large a package is, unpacked and as a zip, against what Lambda accepts.
///
/// @param parts its parts' sizes in bytes, by what they are
/// @param unpacked all its files, in bytes
/// @param zip the zip file, in bytes
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
///   quotas</a>
record Sizes(Map<String, Long> parts, long unpacked, long zip) {
  static final long MAX_ZIP = 50L << 20;
  static final long MAX_UNPACKED = 250L << 20;

  /// Measures an unpacked package, of whichever type, and its zip.
  static Sizes of(Path function, Path zip) {
    Map<String, Long> parts = new LinkedHashMap<>();
    if (Files.isDirectory(function.resolve("jre"))) {
      long modules = size(function.resolve("jre/lib/modules"));
      long libjvm = size(function.resolve("jre/lib/server/libjvm.so"));
      parts.put("jre modules", modules);
      parts.put("libjvm", libjvm);
      parts.put("jre, the rest", total(function.resolve("jre")) - modules - libjvm);
      if (Files.exists(function.resolve(JvmPackage.CACHE))) {
        parts.put("AOT cache", size(function.resolve(JvmPackage.CACHE)));
      }
    } else {
      parts.put("bootstrap", size(function.resolve(JvmPackage.BOOTSTRAP)));
    }
    return new Sizes(parts, total(function), size(zip));
  }

  /// Fails if Lambda would refuse the package.
  Sizes check() {
    if (zip > MAX_ZIP) {
      throw new PackagingException(
          """
          the zip has %s, Lambda takes at most %s when it is uploaded directly: drop dependencies, \
          or deploy it as a container image\
          """
              .formatted(megabytes(zip), megabytes(MAX_ZIP)));
    }
    if (unpacked > MAX_UNPACKED) {
      throw new PackagingException(
          """
          the package has %s unpacked, Lambda takes at most %s with all layers: drop dependencies, \
          or deploy it as a container image\
          """
              .formatted(megabytes(unpacked), megabytes(MAX_UNPACKED)));
    }
    return this;
  }

  /// The sizes as a table, a line each.
  String table() {
    StringBuilder table = new StringBuilder();
    parts.forEach((name, size) -> line(table, name, size));
    line(table, "total", unpacked);
    line(table, "zip", zip);
    return table.toString();
  }

  private static void line(StringBuilder table, String name, long size) {
    table.append("%-16s %9s%n".formatted(name, megabytes(size)));
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
  }

  private static long total(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).mapToLong(Sizes::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot measure " + folder, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot measure " + file, e);
    }
  }
}
