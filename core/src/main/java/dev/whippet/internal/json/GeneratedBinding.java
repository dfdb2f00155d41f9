package dev.whippet.internal.json;

import dev.whippet.json.Binding;

/// Finds what `whippet-processor` has generated.
public final class GeneratedBinding {
  private GeneratedBinding() {}

  /// The binding for a class, by its name.
  ///
  /// @param type a handler's class, or one that is read or written
  /// @return null if there is none
  /// @throws IllegalArgumentException if it is in a package that is closed to core
  public static Binding find(Class<?> type) {
    if (type.getClassLoader() == null) { // the JDK's
      return null;
    }
    String simpleName = type.getName().substring(type.getPackageName().length());
    String name = type.getPackageName() + simpleName.replace('$', '_') + Binding.SUFFIX;
    try {
      Class<?> found = Class.forName(name, true, type.getClassLoader());
      return (Binding) Reflection.open(found.getDeclaredConstructor(), "use").newInstance();
    } catch (ClassNotFoundException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot be made: " + e, e);
    }
  }
}
