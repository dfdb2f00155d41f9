package dev.whippet.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// GraalVM's builder of native images.
///
/// @param home the GraalVM
/// @param program its `native-image`
/// @param searchPath the value of `PATH`, where a C compiler for musl may be
record NativeImage(Path home, Path program, String searchPath) {
  static final String REMEDY =
      "install GraalVM 25 (graalvm.org/downloads, or 'sdk install java 25-graalce') and set"
          + " GRAALVM_HOME to its folder; or package with -Dwhippet.type=jvm, which needs none";

  static final String UNLOCK = "-H:+UnlockExperimentalVMOptions";
  static final String LOCK = "-H:-UnlockExperimentalVMOptions";

  private static final String NAME = "native-image";
  private static final String RELEASE = "release";
  private static final String SUBSTITUTIONS = "dev.whippet.image.";

  /// What a function does without, and what each brings: docs/image-size.md.
  private static final List<String> SMALL =
      List.of(
          // in Lambda all of the machine is the function's: there is no cgroup to look for
          "-H:-UseContainerSupport",
          // en-US, which Lambda's environment says too
          "-H:-UseSystemLocale",
          // references are handled by the thread that collects, not by one that waits for them
          "-H:-AllowVMInternalThreads",
          "-H:-SupportPredefinedClasses",
          "-H:-JNIExportSymbols",
          "-H:-UseImagebuildDebugSections",
          "-H:+OutlineWriteBarriers",
          // Lambda gives a program no arguments: -Xmx and the like are given when packaging, by -R:
          "-H:-ParseRuntimeOptions",
          // a start allocates from one piece of memory, not from dozens, each of which takes a
          // while
          "-R:InitialTLABSize=128k",
          // stack traces are looked up a little slower
          "-H:CodeInfoIndexGranularity=4096",
          // the builder's own JVM counts what method handles choose, so that they are no constants,
          // and an image would interpret them: those of records' equals, to begin with
          "-J-Djava.lang.invoke.MethodHandle.DONT_INLINE_THRESHOLD=-1",
          "-J-Djava.lang.invoke.MethodHandle.PROFILE_GWT=false");

  /// The size of each thread's stack, the main one's too, as on the JVM. With musl it would be 128
  /// KB, which a few levels of a recursive program fill; memory is taken for what is used of it.
  private static final String STACK = "-R:StackSize=1m";

  // "[4/8] Inlining methods...     [***]      (2.1s @ 0.45GB)"
  private static final Pattern STAGE =
      Pattern.compile("^(\\[\\d+/\\d+] [\\w ]+)\\.\\.\\.", Pattern.MULTILINE);

  /// Finds a builder: by `GRAALVM_HOME`, as the JDK of the build, by `JAVA_HOME`, on the `PATH`.
  static Optional<NativeImage> find(Map<String, String> environment, Path jdkHome) {
    String searchPath = environment.getOrDefault("PATH", "");
    return Stream.of(
            home(environment.get("GRAALVM_HOME")),
            Optional.of(jdkHome),
            home(environment.get("JAVA_HOME")))
        .flatMap(Optional::stream)
        .map(home -> home.resolve("bin").resolve(NAME))
        .filter(Files::isExecutable)
        .findFirst()
        .or(() -> Executable.find(NAME, searchPath))
        .map(program -> new NativeImage(home(program), program, searchPath));
  }

  private static Optional<Path> home(String variable) {
    return variable == null || variable.isBlank()
        ? Optional.empty()
        : Optional.of(Path.of(variable));
  }

  /// The GraalVM that a program is part of. A link to it, as package managers put on the `PATH`, is
  /// followed to where a `release` file says that this is one; the program itself may be a link
  /// too.
  private static Path home(Path program) {
    Path place = program.toAbsolutePath().normalize();
    try {
      for (Path at = place; ; at = at.resolveSibling(Files.readSymbolicLink(at)).normalize()) {
        Path home = at.getParent().getParent();
        if (Files.isRegularFile(home.resolve(RELEASE))) {
          return home;
        }
      }
    } catch (IOException e) { // no link
      return place.getParent().getParent();
    }
  }

  /// Finds a builder that makes images for an architecture.
  ///
  /// @throws PackagingException if there is none
  static NativeImage require(Map<String, String> environment, Path jdkHome, String architecture) {
    NativeImage image =
        find(environment, jdkHome)
            .orElseThrow(() ->
                new PackagingException(
                    """
                    no native-image was found by GRAALVM_HOME (%s), in the JDK of the build (%s), by \
                    JAVA_HOME, or on the PATH: %s (docs/troubleshooting.md#no-native-image-was-found)\
                    """
                        .formatted(
                            environment.getOrDefault("GRAALVM_HOME", "not set"), jdkHome, REMEDY)));
    String version = image.release("JAVA_VERSION");
    if (!version.isEmpty() && Jdk.feature(version) < Jdk.OLDEST) {
      throw new PackagingException(
          "%s is of Java %s, but an image of this release needs Java %d or newer: %s"
              .formatted(image.program, version, Jdk.OLDEST, REMEDY));
    }
    if (!image.canTarget(architecture)) {
      throw new PackagingException(
          "<architecture> (whippet.architecture) is %s, but %s builds for %s, this machine's: %s"
              .formatted(
                  architecture,
                  image.program,
                  TargetPlatform.ofMachine(),
                  otherArchitecture(architecture)));
    }
    return image;
  }

  /// The ways to build for another architecture than this machine's.
  static String otherArchitecture(String architecture) {
    boolean arm = architecture.equals(TargetPlatform.ARM64);
    return """
    build on a machine of that architecture, as GitHub's runner %s, or in a container that runs as \
    one (docker run --platform linux/%s); docs/arm64.md says how\
    """
        .formatted(arm ? "ubuntu-24.04-arm" : "ubuntu-24.04", arm ? "arm64" : "amd64");
  }

  /// Whether it has what images for that architecture are linked with: on the machine's own it
  /// always does.
  boolean canTarget(String architecture) {
    return architecture.equals(TargetPlatform.ofMachine())
        || Files.isDirectory(libraries(architecture));
  }

  /// The JDK's static libraries for an architecture, a folder for each C library.
  private Path libraries(String architecture) {
    return home.resolve("lib/static").resolve(target(architecture));
  }

  private static String target(String architecture) {
    return architecture.equals(TargetPlatform.ARM64) ? "linux-aarch64" : "linux-amd64";
  }

  /// Whether an image can be linked with musl, and then needs nothing of the system it runs on.
  boolean canLinkMusl(String architecture) {
    boolean cross = !architecture.equals(TargetPlatform.ofMachine());
    boolean compiler =
        cross // then the builder brings its own
            || Stream.of("musl-gcc", "x86_64-linux-musl-gcc")
                .anyMatch(name -> Executable.find(name, searchPath).isPresent());
    return compiler && Files.isDirectory(libraries(architecture).resolve("musl"));
  }

  /// The options by which an image is small, and starts fast because it is small.
  List<String> options(String architecture) {
    List<String> options = new ArrayList<>(List.of("-Os"));
    if (!architecture.equals(TargetPlatform.ofMachine())) {
      options.add("--target=" + target(architecture));
    }
    if (canLinkMusl(architecture)) {
      options.addAll(List.of("--static", "--libc=musl", STACK));
    }
    options.add(UNLOCK);
    if (architecture.equals(TargetPlatform.X86_64)) {
      // x86-64 has pages of 4 KB only; on ARM64 the default serves kernels with up to 64 KB
      options.add("-H:PageSize=4096");
    }
    options.addAll(SMALL);
    options.add(LOCK);
    return options;
  }

  /// Where the builder is, by the last line it printed of the form `[4/8] Compiling methods...`.
  ///
  /// @param log what it prints
  /// @return empty before the first of these lines
  static String stage(Path log) {
    String stage = "";
    Matcher matcher = STAGE.matcher(Command.text(log));
    while (matcher.find()) {
      stage = matcher.group(1);
    }
    return stage;
  }

  /// Whether it is of a release whose classes whippet-image substitutes.
  boolean isKnown() {
    return release("GRAALVM_VERSION").startsWith("25.");
  }

  /// What the GraalVM says of itself; empty if it does not.
  private String release(String key) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve(RELEASE))) {
      release.load(reader);
    } catch (IOException e) {
      return "";
    }
    return release.getProperty(key, "").replace("\"", "");
  }

  /// Builds an image.
  ///
  /// @param arguments the options, the class path and the main class
  /// @param log the file that gets what the builder prints
  /// @throws PackagingException if it cannot; with the remedy if that is for our substitutions, as
  ///   with a JDK that lacks a method which one of them stands for
  void build(List<String> arguments, Path log, Duration timeout) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(arguments);
    try {
      Command.of(words, log).mustSucceed(timeout);
    } catch (PackagingException e) {
      if (Command.text(log).contains(SUBSTITUTIONS)) {
        throw new PackagingException(
            "%s%nWhat whippet-image substitutes was written for GraalVM 25.0.2, and does not fit this one: use that, or package with -Dwhippet.trim=false"
                .formatted(e.getMessage()),
            e);
      }
      throw e;
    }
  }
}
