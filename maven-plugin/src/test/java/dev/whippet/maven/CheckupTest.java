package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;

  private Map<String, Finding> findings(
      Map<String, String> environment, Path jdk, String declared) {
    return new Checkup(environment, jdk, "x86_64", declared)
        .findings().stream().collect(Collectors.toMap(Finding::thing, f -> f));
  }

  private static void program(Path place, String name, String line) throws IOException {
    Files.createDirectories(place);
    AotCache.writeExecutable(place.resolve(name), "#!/bin/sh\necho '%s'\n".formatted(line));
  }

  @Test
  void whatIsThereIsToldWithItsVersion() throws IOException {
    Path bin = folder.resolve("graal/bin");
    program(bin, "native-image", "native-image 25.0.2");
    program(bin, "musl-gcc", "gcc 12");
    program(bin, "docker", "Docker 28");
    program(bin, "aws", "aws-cli/2");

    Map<String, Finding> findings =
        findings(Map.of("PATH", bin.toString(), "GRAALVM_HOME", folder + "/graal"), JDK, null);

    assertTrue(findings.values().stream().allMatch(Finding::found), findings::toString);
    assertEquals(6, findings.size());
    assertTrue(
        findings.get("JDK").toString().startsWith("ok       JDK           25"), findings::toString);
    assertTrue(
        findings.get("native-image").detail().startsWith("native-image 25.0.2, "),
        findings::toString);
  }

  @Test
  void whatIsMissingIsToldWithTheRemedy() {
    Map<String, Finding> findings = findings(Map.of("PATH", "/nowhere"), folder, "arm64");

    assertEquals(List.of(), findings.values().stream().filter(Finding::found).toList());
    assertFalse(findings.containsKey("musl-gcc"), "not for arm64");
    assertTrue(findings.get("native-image").toString().contains("-> install GraalVM 25"));
    assertTrue(findings.get("architecture").remedy().contains("ubuntu-24.04-arm"));
    assertTrue(findings.get("JDK").detail().startsWith("no JDK at " + folder));
  }

  @Test
  void aJdkIsFoundByTheEnvironment() {
    Properties properties = new Properties();
    properties.setProperty("user.home", folder.toString());
    properties.setProperty("java.home", folder.toString());

    InstalledJdks jdks =
        new InstalledJdks(
            folder,
            InstalledJdks.of(properties, Map.of("JDK25_HOME", JDK.toString())).candidates().stream()
                .filter(JDK::equals)
                .toList());

    assertEquals(JDK, jdks.newest());
    assertEquals(folder, new InstalledJdks(folder, List.of(folder.resolve("none"))).newest());
  }
}
