package dev.whippet.internal.json;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/// Whether records and beans may be read and written by reflection. In a native image of a function
/// whose types are all bound by `whippet-processor` they need not be, and what they would bring is
/// not part of it: this class is initialised when the image is built, so that code behind
/// [#LEFT_OUT] is none.
final class Reflection {
  private static final String PROPERTY = "whippet.reflection";

  /// Set with `-Dwhippet.reflection=false`, for native-image or for a JVM.
  static final boolean LEFT_OUT = "false".equals(System.getProperty(PROPERTY));

  private Reflection() {}

  /// A type turned up of which whoever left reflection out did not know.
  ///
  /// @param use what was tried, as `write`
  /// @param type the type's name
  /// @return the exception to throw
  static IllegalArgumentException missing(String use, String type) {
    return new IllegalArgumentException(
        "cannot %s %s as JSON: it has no binding by whippet-processor, and reflection is left out; name it in a handler's class, annotate it with @Bind, or package with -D%s=true (docs/json.md#without-reflection)"
            .formatted(use, type, PROPERTY));
  }

  /// Makes a member accessible, whatever its modifiers.
  ///
  /// @param member a member of a class of the user's
  /// @param use what it is for, as `read JSON into`
  /// @return the member
  /// @throws IllegalArgumentException if it is in a package that is closed to core
  static <T extends AccessibleObject & Member> T open(T member, String use) {
    try {
      member.setAccessible(true);
      return member;
    } catch (InaccessibleObjectException e) {
      Class<?> type = member.getDeclaringClass();
      throw new IllegalArgumentException(
          "cannot %s %s: its package is closed; add 'opens %s;' to the module-info of %s"
              .formatted(
                  use, type.getTypeName(), type.getPackageName(), type.getModule().getName()),
          e);
    }
  }

  /// Calls the user's code.
  ///
  /// @param member a constructor or method
  /// @param target the object whose method it is; null if there is none
  /// @return what it returns
  /// @throws Exception what it throws
  static Object call(Executable member, Object target, Object... arguments) throws Exception {
    try {
      return member instanceof Constructor<?> constructor
          ? constructor.newInstance(arguments)
          : ((Method) member).invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }
}
