package dev.whippet.image;

import java.util.function.Predicate;

/// Whether a class is on the image's class path: a function may do without a library, or a library
/// without a class.
final class Known implements Predicate<String> {
  Known() {}

  @Override
  public boolean test(String className) {
    try {
      Class.forName(className, false, Known.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
