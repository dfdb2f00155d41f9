package dev.whippet.runtimeapi;

/// What the client calls itself. Lambda keeps the first word only, so there is one:
/// `whippet/0.1.0-java25`, with `-native` behind it in a native image.
final class UserAgent {
  /// The version in the pom, without `-SNAPSHOT`; a test compares them.
  static final String VERSION = "0.1.0";

  static final String VALUE =
      "whippet/"
          + VERSION
          + "-java"
          + Runtime.version().feature()
          + (System.getProperty("org.graalvm.nativeimage.imagecode") != null ? "-native" : "");

  private UserAgent() {}
}
