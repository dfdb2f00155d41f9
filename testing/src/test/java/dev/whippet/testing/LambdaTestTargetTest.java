package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;

/// The targets that system properties choose.
class LambdaTestTargetTest {
  @TempDir private Path directory;

  @LambdaTest(
      value = Greeter.class,
      environment = {"AWS_LAMBDA_FUNCTION_NAME=other", "A=b=c"})
  private static final class Annotated {}

  @LambdaTest(value = Greeter.class, environment = "A")
  private static final class Wrong {}

  @LambdaTest(NeedsMore.class)
  private static final class Unmakeable {}

  private record NeedsMore(String argument) {}

  private static final LambdaTest TEST = Annotated.class.getAnnotation(LambdaTest.class);

  private final String target = System.getProperty(TestTarget.PROPERTY);
  private final String bootstrap = System.getProperty(TestTarget.BOOTSTRAP_PROPERTY);

  @BeforeEach
  void clear() {
    set(TestTarget.PROPERTY, null);
    set(TestTarget.BOOTSTRAP_PROPERTY, null);
  }

  @AfterEach
  void restore() {
    set(TestTarget.PROPERTY, target);
    set(TestTarget.BOOTSTRAP_PROPERTY, bootstrap);
  }

  private static void set(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  private static void assertGreets(TestTarget.Running running) {
    try {
      InvocationResult result = running.function().invoke("{\"name\":\"Ada\"}");
      assertEquals("{\"greeting\":\"Hello, Ada of other\"}", result.text(), result::toString);
    } finally {
      running.end().run();
    }
  }

  @Test
  void runsInProcessUnlessToldOtherwise() {
    assertEquals(TestTarget.IN_PROCESS, TestTarget.fromProperty());
    assertGreets(TestTarget.fromProperty().start(TEST));
  }

  @Test
  void runsInAJvmOfItsOwn() {
    System.setProperty(TestTarget.PROPERTY, "jvm");
    TestTarget.Running running = TestTarget.fromProperty().start(TEST);
    assertTrue(running.function() instanceof FunctionProcess);
    assertGreets(running);
  }

  @Test
  void runsABootstrap() throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\nexec");
    HandlerJvm.command(Greeter.class).forEach(word -> script.append(" '" + word + "'"));
    Path executable = Files.writeString(directory.resolve("bootstrap"), script + "\n");
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.setProperty(TestTarget.PROPERTY, "bootstrap");
    System.setProperty(TestTarget.BOOTSTRAP_PROPERTY, executable.toString());
    assertGreets(TestTarget.fromProperty().start(TEST));
  }

  @Test
  void saysWhatIsMissing() {
    System.setProperty(TestTarget.PROPERTY, "bootstrap");
    var e =
        assertThrows(
            ExtensionConfigurationException.class, () -> TestTarget.fromProperty().start(TEST));
    assertTrue(e.getMessage().contains("whippet.test.bootstrap"), e.getMessage());
    System.setProperty(TestTarget.PROPERTY, "moon");
    var unknown = assertThrows(ExtensionConfigurationException.class, TestTarget::fromProperty);
    assertTrue(unknown.getMessage().endsWith("not moon"), unknown.getMessage());
    LambdaTest wrong = Wrong.class.getAnnotation(LambdaTest.class);
    assertThrows(ExtensionConfigurationException.class, () -> TestTarget.IN_PROCESS.start(wrong));
  }

  @Test
  void answersWithAnInitErrorIfTheHandlerCannotBeMade() {
    LambdaTest test = Unmakeable.class.getAnnotation(LambdaTest.class);
    TestTarget.Running running = TestTarget.IN_PROCESS.start(test);
    try {
      FunctionError error = running.function().invoke("{}").error().orElseThrow();
      assertTrue(error.message().contains("constructor without parameters"), error.json());
    } finally {
      running.end().run();
    }
  }
}
