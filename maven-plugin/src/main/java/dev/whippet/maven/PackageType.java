package dev.whippet.maven;

/// The ways to package a function.
enum PackageType {
  /// A JVM that holds the function, with an AOT cache.
  JVM;

  static PackageType of(String name) {
    for (PackageType type : values()) {
      if (type.name().equalsIgnoreCase(name)) {
        return type;
      }
    }
    throw new PackagingException(
        "<type> (whippet.type) is '%s', but can only be 'jvm' so far".formatted(name));
  }
}
