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
  static final String ARM64 = "arm64";
  static final String X86_64 = "x86_64";
  // Amazon Linux 2023 has glibc 2.34
  private static final int GLIBC = 34;

  /// This machine's architecture, by Lambda's name.
  static String ofMachine() {
    return lambdaName(System.getProperty("os.arch"));
  }

  private static String lambdaName(String architecture) {
    return switch (architecture) {
      case "aarch64" -> ARM64;
      case "amd64" -> X86_64;
      default -> architecture;
    };
  }

  /// An architecture that a project names, if it is one of Lambda's.
  ///
  /// @param named may be null
  static String known(String named) {
    if (named != null && !named.equals(X86_64) && !named.equals(ARM64)) {
      throw new PackagingException(
          "<architecture> (whippet.architecture) is '%s': expected x86_64 or arm64"
              .formatted(named));
    }
    return named;
  }

  /// The platform that a project names, for a native image.
  ///
  /// @param named an architecture; null for this machine's own
  static TargetPlatform ofNative(String named) {
    return new TargetPlatform(named == null ? ofMachine() : known(named));
  }

  /// The platform that a project names, for a JVM.
  ///
  /// @param named an architecture; null for the JDK's own
  /// @param jdk the JDK that is shipped
  static TargetPlatform of(String named, Jdk jdk) {
    String own = lambdaName(jdk.architecture());
    if (known(named) != null && !named.equals(own)) {
      throw new PackagingException(
          """
          <architecture> (whippet.architecture) is %s, but the JDK at %s is for %s: build on a machine \
          of that architecture; or name an unpacked JDK for it with -Djdk.home.target=FOLDER, and \
          the package has no AOT cache, which can only be made where it is used; or package for \
          this machine with -Dwhippet.architecture=%s\
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

  /// Fails if a native image cannot run there.
  void checkImage(Path bootstrap) throws IOException {
    ElfFile elf =
        ElfFile.read(bootstrap)
            .orElseThrow(() ->
                new PackagingException(
                    "%s is not an ELF file: expected a Linux executable; build on Linux or in a Linux container"
                        .formatted(bootstrap)));
    if (!elf.architecture().equals(architecture)) {
      throw new PackagingException(
          "%s is for %s, but the function's architecture is %s: %s"
              .formatted(
                  bootstrap,
                  elf.architecture(),
                  architecture,
                  NativeImage.otherArchitecture(architecture)));
    }
    if (elf.glibc() > GLIBC) {
      throw new PackagingException(
          """
          %s needs glibc 2.%d, but provided.al2023 has 2.%d: build in a container of \
          public.ecr.aws/amazonlinux/amazonlinux:2023; on x86_64 install musl-gcc instead, and the image needs no glibc\
          """
              .formatted(bootstrap, elf.glibc(), GLIBC));
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
