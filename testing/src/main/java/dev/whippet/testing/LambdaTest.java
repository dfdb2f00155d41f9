package dev.whippet.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests a function by its events and answers, wherever it runs:
///
/// ```java
/// @LambdaTest(Hello.class)
/// class HelloTest {
///   @Test
///   void greets(LambdaFunction function) {
///     assertEquals("\"Hello, Ada\"", function.invoke("\"Ada\"").text());
///   }
/// }
/// ```
///
/// The system property `whippet.test.target` says where:
///
/// - `in-process`, the default: in the test's JVM, see [InProcessFunction];
/// - `jvm`: in a JVM of its own, on the test's class path;
/// - `bootstrap`: in the executable that the system property `whippet.test.bootstrap` names, such
///   as a native image, behind the words of `whippet.test.launcher` if there are any.
///
/// One function serves all tests of a class, as one execution environment serves many events in
/// Lambda. It starts with the first test that asks for it and ends after the last.
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LambdaTestExtension.class)
public @interface LambdaTest {
  /// The handler.
  ///
  /// @return a class that implements [dev.whippet.Handler] or [dev.whippet.StreamHandler] and has a
  ///   constructor without parameters
  Class<?> value();

  /// Environment variables besides Lambda's. In process they reach the runtime only, not
  /// `System.getenv`.
  ///
  /// @return texts of the form `NAME=VALUE`
  String[] environment() default {};

  /// The time for each invocation.
  ///
  /// @return seconds
  int timeoutSeconds() default 30;

  /// Marks a `String` parameter of a test that is to be given an event.
  @Documented
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Event {
    /// Which event.
    ///
    /// @return a name of [SampleEvents], or else a resource, found as by [Class#getResource] of the
    ///   test class
    String value();
  }
}
