package dev.whippet.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The function of `bootstrap.sh`, as an executable file.
final class TestBootstrap {
  private TestBootstrap() {}

  static Path in(Path directory) throws IOException {
    Path bootstrap = directory.resolve("bootstrap");
    try (InputStream script = TestBootstrap.class.getResourceAsStream("bootstrap.sh")) {
      Files.copy(script, bootstrap);
    }
    return Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
