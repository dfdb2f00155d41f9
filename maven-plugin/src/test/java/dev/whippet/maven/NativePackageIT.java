package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user sees who asks for a native package and lacks what it takes. Native packages
/// themselves are built by .ci/native.
class NativePackageIT {
  @Test
  void withoutGraalVmTheBuildSaysWhatToInstall(@TempDir Path folder) throws Exception {
    ExampleProject hello = ExampleProject.copyOf("examples/hello", folder);

    ExampleProject.Outcome outcome =
        hello.run("-q", "-Pnative", "package", "-Dmaven.test.skip", "-Dwhippet.architecture=arm64");

    assertEquals(1, outcome.status());
    // where the PATH has a native-image after all, it does not build for another architecture
    assertTrue(
        outcome.text().contains("install GraalVM 25")
            || outcome.text().contains("docker run --platform linux/arm64"),
        outcome.text());
  }
}
