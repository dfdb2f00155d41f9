package dev.whippet.internal;

import dev.whippet.internal.logging.LambdaLogging;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;

/// Finds and starts a function by the name of its class.
public final class FunctionLoader {
  private FunctionLoader() {}

  /// Starts a function.
  ///
  /// @param args the class's name, or nothing
  /// @param variables the environment variables
  /// @return the exit status; 0 if the class's `main` has returned
  public static int start(String[] args, Map<String, String> variables) {
    String name = args.length > 0 ? args[0] : variables.getOrDefault("_HANDLER", "");
    try {
      LambdaEnvironment environment = LambdaEnvironment.of(variables);
      LambdaLogging.install(environment.jsonLogs(), environment.logLevel());
      Class<?> type = load(name);
      Method main = mainMethod(type);
      if (main == null) {
        return FunctionRuntime.of(() -> make(type)).serve(variables);
      }
      main.invoke(null, (Object) args);
      return 0;
    } catch (InvocationTargetException e) {
      return fail(e.getCause(), variables);
    } catch (Throwable fault) {
      return fail(fault, variables);
    }
  }

  /// Fails as a function whose handler cannot be made.
  private static int fail(Throwable fault, Map<String, String> variables) {
    if (!variables.containsKey("AWS_LAMBDA_RUNTIME_API")) {
      System.err.println("whippet: " + fault);
      return FunctionRuntime.EX_USAGE;
    }
    return FunctionRuntime.of(
            () -> {
              throw new InvocationTargetException(fault); // an Error too; the cause is reported
            })
        .serve(variables);
  }

  private static Class<?> load(String handler) {
    int end = handler.indexOf("::");
    String className = end < 0 ? handler : handler.substring(0, end);
    if (className.isEmpty()) {
      throw new IllegalArgumentException(
          "no function is named: give its class as argument, or in _HANDLER");
    }
    try {
      return Class.forName(className, false, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "the function's class '%s' is not there: expected the binary name of a class on the class path"
              .formatted(className),
          e);
    }
  }

  private static Method mainMethod(Class<?> type) {
    try {
      Method main = type.getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      return Modifier.isStatic(main.getModifiers()) ? main : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Object make(Class<?> type) throws ReflectiveOperationException {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException | InstantiationException e) {
      throw new IllegalArgumentException(
          type.getName()
              + " cannot be made: it has no static main(String[]), and is abstract or has no constructor without parameters",
          e);
    }
  }
}
