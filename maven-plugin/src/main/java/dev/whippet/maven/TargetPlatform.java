package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the package is to run: `provided.al2023` on one of Lambda's architectures.
///
/// @param architecture `x86_64` or `arm64`
record TargetPlatform(String architecture) {
  // Amazon Linux 2023 has glibc 2.34
  private static final int GLIBC = 34;

  /// The platform that a project names.
  ///
  /// @param named an architecture; null for the JDK's own
  /// @param jdk the JDK that is shipped
  static TargetPlatform of(String named, Jdk jdk) {
    String own = jdk.architecture().equals("aarch64") ? "arm64" : jdk.architecture();
    if (named != null && !named.equals(own)) {
      throw new PackagingException(
          """
          <architecture> (whippet.architecture) is %s, but the JDK at %s is for %s, and an AOT cache \
          can only be made where it is used: build on a machine of that architecture, or name %s\
          """
              .formatted(named, jdk.home(), own, own));
    }
    return new TargetPlatform(own);
  }

  /// Fails if a binary of the package cannot run there.
  void check(Path function) throws IOException {
    try (Stream<Path> tree = Files.walk(function)) {
      for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
        Optional<ElfFile> elf = ElfFile.read(file);
        if (elf.isPresent()) {
          check(function.relativize(file), elf.get());
        }
      }
    }
  }

  private void check(Path file, ElfFile elf) {
    if (!elf.architecture().equals(architecture)) {
      throw new PackagingException(
          "%s is for %s, but the function's architecture is %s: build with a JDK for %s"
              .formatted(file, elf.architecture(), architecture, architecture));
    }
    if (elf.glibc() > GLIBC) {
      throw new PackagingException(
          """
          %s needs glibc 2.%d, but provided.al2023 has 2.%d: build with a JDK that is made for older \
          systems, such as Eclipse Temurin or Amazon Corretto\
          """
              .formatted(file, elf.glibc(), GLIBC));
    }
  }
}
