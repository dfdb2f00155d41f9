package dev.whippet.maven;

/// The ways to package a function.
enum PackageType {
  /// A JVM that holds the function, with an AOT cache.
  JVM,

  /// One executable that native-image builds.
  NATIVE;

  static PackageType of(String name) {
    for (PackageType type : values()) {
      if (type.name().equalsIgnoreCase(name)) {
        return type;
      }
    }
    throw new PackagingException(
        "<type> (whippet.type) is '%s': expected 'jvm' or 'native'".formatted(name));
  }
}
