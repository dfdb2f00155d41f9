package dev.whippet.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The JDK a function is built with and shipped on: not the one Maven runs in, unless that is new
/// enough.
///
/// @param home its folder
/// @param version its version, as in `25.0.3`
/// @param architecture the processor it runs on, as in `x86_64` or `aarch64`
/// @param modules the names of its modules
record Jdk(Path home, String version, String architecture, Set<String> modules) {
  /// The oldest release that has what a package needs (JEP 514, JEP 515).
  static final int OLDEST = 25;

  private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,4})");

  /// Reads the `release` file that every JDK has, and looks for the tools that a package needs.
  static Jdk of(Path home) {
    Jdk jdk = read(home);
    for (String tool : List.of("java", "jlink", "jdeps")) {
      if (!Files.isExecutable(jdk.tool(tool))) {
        throw new PackagingException(
            "%s is missing: a package needs a whole JDK, not a JRE".formatted(jdk.tool(tool)));
      }
    }
    return jdk;
  }

  /// Reads a JDK that is linked by this one, and need not run here.
  ///
  /// @param home its folder
  Jdk target(Path home) {
    Jdk target = read(home);
    if (!Files.isRegularFile(target.jmods().resolve("java.base.jmod"))) {
      throw new PackagingException(
          """
          jdk.home.target is %s, which has no %s: its modules are linked from there. Distributions \
          that leave them out offer them apart, as Adoptium's "JMODs" of the same release: unpack \
          them into that folder\
          """
              .formatted(home, Path.of("jmods", "java.base.jmod")));
    }
    if (target.feature() != feature()) {
      throw new PackagingException(
          "jdk.home.target is %s, Java %s, but jlink of the JDK at %s links Java %d: take one of that release"
              .formatted(home, target.version, this.home, feature()));
    }
    return target;
  }

  private static Jdk read(Path home) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException e) {
      throw new PackagingException(
          "no JDK at %s: it has no readable file 'release'".formatted(home), e);
    }
    Jdk jdk =
        new Jdk(
            home,
            unquoted(release, "JAVA_VERSION"),
            unquoted(release, "OS_ARCH"),
            Set.of(unquoted(release, "MODULES").split(" ", -1)));
    if (jdk.feature() < OLDEST) {
      throw new PackagingException(
          """
          the JDK at %s is Java %s, but a package needs Java %d or newer: let \
          maven-toolchains-plugin's goal select-jdk-toolchain choose one in your pom \
          (<version>[%d,)</version>), or run Maven on it (JAVA_HOME)\
          """
              .formatted(home, jdk.version, OLDEST, OLDEST));
    }
    String system = unquoted(release, "OS_NAME");
    if (!system.equals("Linux")) {
      throw new PackagingException(
          """
          the JDK at %s is for %s, but the package ships it to Lambda, which is Linux: build on \
          Linux or in a Linux container\
          """
              .formatted(home, system));
    }
    return jdk;
  }

  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  Path jmods() {
    return home.resolve("jmods");
  }

  int feature() {
    return feature(version);
  }

  /// The release of a version, 25 for 25.0.3; 0 if it is none.
  static int feature(String version) {
    // up to Java 8 it began with 1, as in 1.8.0_482
    Matcher matcher = FEATURE.matcher(version);
    return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String unquoted(Properties release, String key) {
    return release.getProperty(key, "0").replace("\"", "");
  }
}
