package dev.whippet.internal;

import dev.whippet.Whippet;
import dev.whippet.internal.logging.LambdaLogProvider;
import dev.whippet.runtimeapi.ErrorReport;
import dev.whippet.runtimeapi.RuntimeApiClient;
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
    int method = name.indexOf("::");
    String className = method < 0 ? name : name.substring(0, method);
    try {
      LambdaEnvironment environment = LambdaEnvironment.of(variables);
      LambdaLogProvider.install(environment.jsonLogs(), environment.logLevel());
      Class<?> type = load(className);
      Method main = mainMethod(type);
      if (main != null) {
        main.invoke(null, (Object) args);
        return 0;
      }
      return Whippet.builder().handler(() -> make(type)).serve(variables);
    } catch (InvocationTargetException e) {
      return initError(variables, e.getCause());
    } catch (Throwable fault) {
      return initError(variables, fault);
    }
  }

  private static Class<?> load(String className) {
    if (className.isEmpty()) {
      throw new IllegalArgumentException(
          "no function is named: give its class as argument, or in _HANDLER");
    }
    try {
      return Class.forName(className, false, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "the function's class '"
              + className
              + "' is not there: expected the binary name of a class on the class path",
          e);
    }
  }

  private static Method mainMethod(Class<?> type) throws ReflectiveOperationException {
    try {
      Method main = type.getDeclaredMethod("main", String[].class);
      if (Modifier.isStatic(main.getModifiers())) {
        main.setAccessible(true);
        return main;
      }
      return null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Object make(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " has no constructor without parameters, nor a main method", e);
    } catch (InvocationTargetException e) {
      throw unchecked(type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made: " + e, e);
    }
  }

  /// What a constructor threw, as a supplier can throw it.
  private static RuntimeException unchecked(Class<?> type, Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("the constructor of " + type.getName() + " failed", cause);
  }

  private static int initError(Map<String, String> variables, Throwable fault) {
    String runtimeApi = variables.get("AWS_LAMBDA_RUNTIME_API");
    if (runtimeApi == null) {
      System.err.println("whippet: " + fault);
      return FunctionRuntime.EX_USAGE;
    }
    try (RuntimeApiClient client = RuntimeApiClient.create(runtimeApi)) {
      return FunctionRuntime.initError(client, ErrorReport.INIT_ERROR, fault);
    } catch (IllegalArgumentException e) {
      System.err.println("whippet: AWS_LAMBDA_RUNTIME_API: " + e.getMessage());
      return FunctionRuntime.EX_USAGE;
    }
  }
}
