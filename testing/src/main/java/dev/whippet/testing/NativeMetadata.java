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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes what native-image must know of a handler's types: the members that JSON is read into and
/// written from by reflection. The plugin runs it with the function on the class path; it
/// initialises none of its classes.
///
/// ```text
/// java -cp ... dev.whippet.testing.NativeMetadata FILE.json FUNCTION CLASS...
/// ```
///
/// The function is a main class or a handler; the other classes are handlers, or the types of
/// handlers that are lambdas. On standard output it prints `unbound` and the name for each of them
/// that needs JSON but has no binding by whippet-processor: if there is none, the image can do
/// without reflection.
///
/// @see <a
///   href="https://www.graalvm.org/latest/reference-manual/native-image/metadata/">Reachability
///   Metadata</a>
final class NativeMetadata {
  private static final Set<String> HANDLERS =
      Set.of(
          "dev.whippet.Handler",
          "dev.whippet.StreamHandler",
          "com.amazonaws.services.lambda.runtime.RequestHandler",
          "com.amazonaws.services.lambda.runtime.RequestStreamHandler");

  /// Handlers of bytes, as reflection spells an interface with its arguments.
  private static final Pattern UNPARSED =
      Pattern.compile(
          "(dev.whippet|com.amazonaws.services.lambda.runtime).(Request)?(StreamHandler|Handler<(BYTES), (BYTES)>)"
              .replace(".", "\\.")
              .replace("BYTES", "byte\\[]|java\\.io\\.InputStream"));

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
    unbound(roots).forEach(type -> System.out.println("unbound " + type.getTypeName()));
  }

  /// The classes for whose JSON the image needs reflection.
  ///
  /// @param roots the function, then others
  static List<Class<?>> unbound(List<Class<?>> roots) {
    Class<?> function = roots.getFirst();
    List<Class<?>> others = roots.subList(1, roots.size());
    // of a main class that runs what is nowhere to be seen, nothing is known
    boolean isMain = !isHandler(function) && !others.isEmpty();
    return (isMain ? others : roots)
        .stream().distinct().filter(root -> !isUnparsed(root) && !isBound(root)).toList();
  }

  private static boolean isHandler(Class<?> type) {
    return type != null
        && (HANDLERS.contains(type.getName())
            || isHandler(type.getSuperclass())
            || Stream.of(type.getInterfaces()).anyMatch(NativeMetadata::isHandler));
  }

  private static boolean isUnparsed(Class<?> root) {
    return isHandler(root)
        && Stream.of(root.getGenericInterfaces())
            .anyMatch(type -> UNPARSED.matcher(type.getTypeName()).matches());
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
              .noneMatch(type -> isOpen(type) && !type.isAssignableFrom(root));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean isOpen(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers()) && !type.isArray() && !type.isSealed();
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
