package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the package is to run: `provided.al2023` on one of Lambda's architectures.
///
/// @param architecture `x86_64` or `arm64`
/// @param glibc the minor number of the glibc 2 that it has
record TargetPlatform(String architecture, int glibc) {
  static final String ARM64 = "arm64";
  static final String X86_64 = "x86_64";

  /// The glibc of Amazon Linux 2023, on which Lambda's runtime `provided.al2023` is built.
  static final String AMAZON_LINUX_2023 = "2.34";

  private static final Pattern GLIBC = Pattern.compile("2\\.(\\d{1,3})");

  TargetPlatform(String architecture) {
    this(architecture, minor(AMAZON_LINUX_2023));
  }

  /// The same with another glibc.
  TargetPlatform withGlibc(String version) {
    return new TargetPlatform(architecture, minor(version));
  }

  private static int minor(String version) {
    Matcher matcher = GLIBC.matcher(version);
    if (!matcher.matches()) {
      throw new PackagingException(
          "<glibc> (whippet.glibc) is '%s': expected a version of glibc, as in %s"
              .formatted(version, AMAZON_LINUX_2023));
    }
    return Integer.parseInt(matcher.group(1));
  }

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
          of that architecture; or name an unpacked JDK for it with -Djdk.home.target=FOLDER \
          (docs/arm64.md#a-jvm-package-from-another-machine); or package for this machine with \
          -Dwhippet.architecture=%s\
          """
              .formatted(named, jdk.home(), own, own));
    }
    return new TargetPlatform(own);
  }

  /// The platform that a finished package is for.
  ///
  /// @param function the unpacked package
  static TargetPlatform ofPackage(Path function) throws IOException {
    Path java = function.resolve("jre/bin/java");
    Path program = Files.exists(java) ? java : function.resolve(JvmPackage.BOOTSTRAP);
    return new TargetPlatform(ElfFile.read(program).map(ElfFile::architecture).orElse(ofMachine()));
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
    if (elf.glibc() > glibc) {
      throw new PackagingException(
          """
          %s needs glibc 2.%d, but provided.al2023 has 2.%d: build in a container of \
          public.ecr.aws/amazonlinux/amazonlinux:2023; on x86_64 install musl-gcc instead, and the image needs no glibc\
          """
              .formatted(bootstrap, elf.glibc(), glibc));
    }
  }

  private void check(Path file, ElfFile elf) {
    if (!elf.architecture().equals(architecture)) {
      throw new PackagingException(
          "%s is for %s, but the function's architecture is %s: build with a JDK for %s"
              .formatted(file, elf.architecture(), architecture, architecture));
    }
    if (elf.glibc() > glibc) {
      throw new PackagingException(
          """
          %s needs glibc 2.%d, but provided.al2023 has 2.%d: build with a JDK that is made for older \
          systems, such as Eclipse Temurin or Amazon Corretto\
          """
              .formatted(file, elf.glibc(), glibc));
    }
  }
}
