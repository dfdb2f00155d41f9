package dev.whippet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for what the goals need on a machine.
///
/// @param environment the environment variables
/// @param jdkHome the JDK of the build
/// @param machine the processor's architecture by Lambda's name
/// @param declared the function's architecture; null for the machine's
record Checkup(Map<String, String> environment, Path jdkHome, String machine, String declared) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(jdk());
    Optional<NativeImage> builder = NativeImage.find(environment, jdkHome);
    findings.add(nativeImage(builder));
    if (target().equals("x86_64")) {
      findings.add(
          program(
              "musl-gcc",
              "--version",
              "for a native image that needs nothing of its machine: apt-get install musl-tools,"
                  + " or dnf install musl-gcc; without it the image is linked to glibc"));
    }
    findings.add(architecture(builder));
    findings.add(
        program(
            "docker",
            "--version",
            "only for builds in a container: docs.docker.com/engine/install"));
    findings.add(
        program(
            "aws",
            "--version",
            "only to deploy from here:"
                + " docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"));
    return findings;
  }

  private String target() {
    return declared == null ? machine : declared;
  }

  private Finding jdk() {
    try {
      Jdk jdk = Jdk.of(jdkHome);
      return Finding.found("JDK", jdk.version() + ", " + jdk.home());
    } catch (PackagingException e) {
      return Finding.missing(
          "JDK",
          e.getMessage(),
          "install a JDK 25 (adoptium.net), and see docs/troubleshooting.md#whippet-needs-a-jdk-25-or-newer");
    }
  }

  private Finding nativeImage(Optional<NativeImage> builder) {
    return builder
        .map(image -> Finding.found("native-image", version(image.program(), "--version")))
        .orElseGet(() -> Finding.missing("native-image", "not found", NativeImage.REMEDY));
  }

  private Finding architecture(Optional<NativeImage> builder) {
    if (target().equals(machine)) {
      return Finding.found("architecture", machine + ", the machine's own");
    }
    boolean crossing = builder.isPresent() && builder.get().canTarget(target());
    return crossing
        ? Finding.found(
            "architecture",
            target() + ", which native-image builds on this " + machine + " machine")
        : Finding.missing(
            "architecture",
            "the function is for %s, this machine is %s".formatted(target(), machine),
            NativeImage.otherArchitecture(target()));
  }

  private Finding program(String name, String option, String remedy) {
    return Executable.find(name, environment.get("PATH"))
        .map(file -> Finding.found(name, version(file, option)))
        .orElseGet(() -> Finding.missing(name, "not on the PATH", remedy));
  }

  /// The first line that a program prints of itself, and where it is.
  private String version(Path program, String option) {
    try {
      Path log = Files.createTempFile("whippet-doctor", ".log");
      try {
        Command command = Command.of(List.of(program.toString(), option), log);
        command.run(PATIENCE);
        String line = command.output().lines().findFirst().orElse("").strip();
        return line.isEmpty() ? program.toString() : line + ", " + program;
      } finally {
        Files.delete(log);
      }
    } catch (IOException | PackagingException e) {
      return program + " (it does not tell its version: " + e.getMessage() + ")";
    }
  }
}
