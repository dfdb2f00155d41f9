package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// What [LambdaTest] does: starts the function of a test class when a test first asks for it, and
/// ends it after the last. Not used directly.
public final class LambdaTestExtension implements ParameterResolver, AfterAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LambdaTestExtension.class);

  /// For JUnit.
  public LambdaTestExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LambdaFunction.class
        || (type == String.class && parameter.isAnnotated(LambdaTest.Event.class));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    return parameter
        .findAnnotation(LambdaTest.Event.class)
        .<Object>map(event -> event(event.value(), testClass))
        .orElseGet(() -> function(context, testClass));
  }

  private static LambdaFunction function(ExtensionContext context, Class<?> testClass) {
    LambdaTest test = annotation(testClass);
    return classContext(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            LambdaTest.class, _ -> TestTarget.fromProperty().start(test), TestTarget.Running.class)
        .function();
  }

  /// The annotation of the class or, for a nested one, of a class around it.
  private static LambdaTest annotation(Class<?> testClass) {
    for (Class<?> c = testClass; c != null; c = c.getEnclosingClass()) {
      LambdaTest test = c.getAnnotation(LambdaTest.class);
      if (test != null) {
        return test;
      }
    }
    throw new ParameterResolutionException(testClass + " is not annotated with @LambdaTest");
  }

  /// The context of the test class, not of one test: what it stores lives until the class is done.
  private static ExtensionContext classContext(ExtensionContext context) {
    ExtensionContext of = context;
    while (of.getTestMethod().isPresent() && of.getParent().isPresent()) {
      of = of.getParent().get();
    }
    return of;
  }

  private static String event(String name, Class<?> testClass) {
    if (SampleEvents.names().contains(name)) {
      return SampleEvents.load(name);
    }
    try (InputStream in = testClass.getResourceAsStream(name)) {
      if (in == null) {
        throw new ParameterResolutionException(
            "no sample event and no resource beside "
                + testClass.getName()
                + " is called "
                + name
                + "; sample events are "
                + String.join(", ", SampleEvents.names()));
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new ParameterResolutionException("cannot read the event " + name, e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestTarget.Running running =
        context.getStore(NAMESPACE).remove(LambdaTest.class, TestTarget.Running.class);
    if (running != null) {
      running.end().run();
    }
  }
}
