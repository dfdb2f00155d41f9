package dev.whippet.testing;

import dev.whippet.json.Binding;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes what native-image must know of a handler's types: the members that JSON is read into and
/// written from by reflection. The plugin runs it with the function on the class path; it
/// initialises none of its classes.
///
/// ```text
/// java -cp ... dev.whippet.testing.NativeMetadata FILE.json CLASS...
/// ```
///
/// The classes are handlers, or the types of handlers that are lambdas.
///
/// @see <a
///   href="https://www.graalvm.org/latest/reference-manual/native-image/metadata/">Reachability
///   Metadata</a>
final class NativeMetadata {
  private NativeMetadata() {}

  static void main(String... args) throws IOException {
    List<Class<?>> roots = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      try {
        roots.add(Class.forName(args[i], false, ClassLoader.getSystemClassLoader()));
      } catch (ClassNotFoundException | LinkageError e) {
        System.err.println(
            "whippet: "
                + args[i]
                + " cannot be loaded from the function's run-time class path: "
                + e
                + "; add the dependency that has it, not with scope provided or test");
        System.exit(1);
      }
    }
    Files.writeString(Path.of(args[0]), json(roots));
  }

  /// Whether whippet-processor has bound it, so that none of its types is used by reflection. What
  /// is written by its class at run time, since its type is abstract, may still be.
  private static boolean isBound(Class<?> root) {
    String packageName = root.getPackageName();
    String simpleName = root.getName().substring(packageName.length()).replace('$', '_');
    String binding = packageName + simpleName + Binding.SUFFIX;
    try {
      return Binding.class.isAssignableFrom(Class.forName(binding, false, root.getClassLoader()))
          && ReachableTypes.of(List.of(root)).types().stream()
              .noneMatch(type -> Modifier.isAbstract(type.getModifiers()) && !type.isArray());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static String json(List<Class<?>> roots) {
    List<Map<String, Object>> reflection = new ArrayList<>();
    // a bound handler is still made by its constructor, or started by its main
    Set<Class<?>> types = new LinkedHashSet<>(roots);
    types.addAll(ReachableTypes.of(roots.stream().filter(root -> !isBound(root)).toList()).types());
    types.stream()
        .sorted(Comparator.<Class<?>, String>comparing(Class::getName))
        .forEach(type -> reflection.add(entry(type)));
    return Json.pretty(Map.of("reflection", reflection)) + "\n";
  }

  private static Map<String, Object> entry(Class<?> type) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", type.isArray() ? arrayName(type) : type.getName());
    if (!type.isArray() && !type.isPrimitive() && !type.getName().startsWith("java.")) {
      // all of them, since they are few, and reading and writing choose among them by looking
      entry.put("allDeclaredConstructors", true);
      entry.put("allPublicMethods", true);
      entry.put("allDeclaredFields", true);
      entry.put("allPublicFields", true);
    }
    return entry;
  }

  private static String arrayName(Class<?> type) {
    return (type.componentType().isArray()
            ? arrayName(type.componentType())
            : type.componentType().getName())
        + "[]";
  }
}
