package dev.whippet.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/// Where the function of a [LambdaTest] runs.
enum TestTarget {
  IN_PROCESS {
    @Override
    Running start(LambdaTest test) {
      Class<?> handler = test.value();
      InProcessFunction function =
          InProcessFunction.start(() -> make(handler), variables(test), timeout(test));
      return new Running(function, function::close);
    }
  },
  JVM {
    @Override
    Running start(LambdaTest test) {
      return process(test, FunctionProcess.builder().command(HandlerJvm.command(test.value())));
    }
  },
  BOOTSTRAP {
    @Override
    Running start(LambdaTest test) {
      String path = System.getProperty(BOOTSTRAP_PROPERTY, "");
      if (path.isEmpty()) {
        throw new ExtensionConfigurationException(
            PROPERTY + "=bootstrap needs " + BOOTSTRAP_PROPERTY + ", the path of the executable");
      }
      return process(test, FunctionProcess.builder().bootstrap(Path.of(path)));
    }
  };

  static final String PROPERTY = "whippet.test.target";
  static final String BOOTSTRAP_PROPERTY = "whippet.test.bootstrap";

  /// A function and what ends it.
  record Running(LambdaFunction function, Runnable end) {}

  abstract Running start(LambdaTest test);

  static TestTarget fromProperty() {
    String name = System.getProperty(PROPERTY, "in-process");
    return switch (name) {
      case "in-process" -> IN_PROCESS;
      case "jvm" -> JVM;
      case "bootstrap" -> BOOTSTRAP;
      default ->
          throw new ExtensionConfigurationException(
              PROPERTY + " is in-process, jvm or bootstrap, not " + name);
    };
  }

  private static Running process(LambdaTest test, FunctionProcess.Builder builder) {
    variables(test).forEach(builder::environment);
    FunctionProcess process =
        builder.handler(test.value().getName()).timeout(timeout(test)).start();
    return new Running(process, process::close);
  }

  private static Map<String, String> variables(LambdaTest test) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String variable : test.environment()) {
      int equals = variable.indexOf('=');
      if (equals < 1) {
        throw new ExtensionConfigurationException(
            "environment of @LambdaTest: expected NAME=VALUE, not " + variable);
      }
      variables.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return variables;
  }

  private static Duration timeout(LambdaTest test) {
    return Duration.ofSeconds(test.timeoutSeconds());
  }

  private static Object make(Class<?> handler) {
    try {
      Constructor<?> constructor = handler.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the constructor of " + handler + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          handler + " cannot be made: it needs a constructor without parameters", e);
    }
  }
}
