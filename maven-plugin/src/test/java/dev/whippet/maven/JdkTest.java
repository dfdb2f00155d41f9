package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  @TempDir Path home;

  private void release(String version) throws IOException {
    release(version, "Linux");
  }

  private void release(String version, String system) throws IOException {
    Files.writeString(
        home.resolve("release"),
        """
        JAVA_VERSION="%s"
        OS_NAME="%s"
        OS_ARCH="x86_64"
        MODULES="java.base java.sql"
        """
            .formatted(version, system));
  }

  @Test
  void anOlderOneIsRefusedWithTheRemedy() throws IOException {
    release("17.0.15");

    PackagingException e = assertThrows(PackagingException.class, () -> Jdk.of(home));

    assertEquals(
        "the JDK at "
            + home
            + " is Java 17.0.15, but a package needs Java 25 or newer: let maven-toolchains-plugin's"
            + " goal select-jdk-toolchain choose one in your pom (<version>[25,)</version>), or run"
            + " Maven on it (JAVA_HOME)",
        e.getMessage());
  }

  @Test
  void oneOfAnAgeWhenVersionsWereDifferentIsRefusedToo() throws IOException {
    for (String version : List.of("1.8.0_482", "")) {
      release(version);
      String message = assertThrows(PackagingException.class, () -> Jdk.of(home)).getMessage();
      assertTrue(message.contains("is Java " + version + ", but a package needs"), message);
    }
    assertEquals(8, Jdk.feature("1.8.0_482"));
    assertEquals(26, Jdk.feature("26-ea"));
  }

  @Test
  void oneForAnotherSystemIsRefused() throws IOException {
    release("25.0.3", "Darwin");

    PackagingException e = assertThrows(PackagingException.class, () -> Jdk.of(home));

    assertEquals(
        "the JDK at "
            + home
            + " is for Darwin, but the package ships it to Lambda, which is Linux: build on Linux or"
            + " in a Linux container",
        e.getMessage());
  }

  @Test
  void aFolderThatIsNoJdkIsRefused() {
    PackagingException e = assertThrows(PackagingException.class, () -> Jdk.of(home));

    assertEquals("no JDK at " + home + ": it has no readable file 'release'", e.getMessage());
  }

  @Test
  void aJreIsRefused() throws IOException {
    release("25.0.3");

    PackagingException e = assertThrows(PackagingException.class, () -> Jdk.of(home));

    assertEquals(
        home.resolve("bin/java") + " is missing: a package needs a whole JDK, not a JRE",
        e.getMessage());
  }

  @Test
  void theJdkOfThisTestIsOne() {
    Jdk jdk = Jdk.of(Path.of(System.getProperty("java.home")));

    assertEquals(Runtime.version().feature(), jdk.feature());
    assertTrue(jdk.modules().contains("java.base"));
  }

  private static Jdk running() {
    return Jdk.of(Path.of(System.getProperty("java.home")));
  }

  @Test
  void oneForAnotherPlatformNeedsNotRunHere() throws IOException {
    release(running().version());
    Files.createFile(Files.createDirectories(home.resolve("jmods")).resolve("java.base.jmod"));

    Jdk target = running().target(home);

    assertEquals("x86_64", target.architecture());
    assertEquals(home.resolve("jmods"), target.jmods());
  }

  @Test
  void oneForAnotherPlatformNeedsItsModules() throws IOException {
    release(running().version());

    PackagingException e = assertThrows(PackagingException.class, () -> running().target(home));

    assertTrue(
        e.getMessage().startsWith("jdk.home.target is " + home + ", which has no jmods/"),
        e.getMessage());
  }

  @Test
  void oneForAnotherPlatformIsOfTheSameRelease() throws IOException {
    release("99.0.1");
    Files.createFile(Files.createDirectories(home.resolve("jmods")).resolve("java.base.jmod"));

    PackagingException e = assertThrows(PackagingException.class, () -> running().target(home));

    assertTrue(e.getMessage().contains("Java 99.0.1, but jlink"), e.getMessage());
  }
}
